"""What several processes share out among them when they run the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scheduling import APART, TOGETHER, Scheduling

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("path", [*APART, *TOGETHER])
def test_what_is_named_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize(
    ("test", "goes_with"),
    [
        ("tests/mutants/test_wrong.py::test_a[b::c]", "tests/mutants/test_wrong.py::test_a[b::c]"),
        ("tests/test_cli.py::test_a", "tests/test_cli.py"),
        ("tests/faults/test_damaged.py::test_a", "tests/faults/test_damaged.py"),
    ],
)
def test_a_test_goes_with_its_file_or_by_itself(test: str, goes_with: str) -> None:
    assert Scheduling._split_scope(Scheduling.__new__(Scheduling), test) == goes_with
