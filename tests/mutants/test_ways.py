"""No speed-up changes a verdict: every report is the same with and without each of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.mutants import corpus
from tests.mutants.corpus import Mutant
from tests.mutants.ways import WAYS, is_the_same, zygotes

ALL = [*corpus.corpus("wrong"), *corpus.corpus("right")]
# Of tracing, one in 160 belongs to every run of the suite; of the other ways, one in 400 to the slow part; of each,
# one in eight to the long one; all of them to `make mutants-ways`.
SLOW, LONG = [pytest.mark.slow], [pytest.mark.slow, pytest.mark.long]


def _marks(way: str, number: int) -> list[pytest.MarkDecorator]:
    if way == "traced" and number % 160 == 0:
        return []
    return SLOW if number % 400 == 0 else LONG


SOME = [
    pytest.param(way, m, marks=_marks(way, i), id=f"{way}-{m.name}")
    for way in WAYS
    for i, m in enumerate(ALL)
    if not i % 8 and (way != "processes" or not i % 80)
]


@pytest.fixture(scope="module", autouse=True)
def _started() -> Iterator[None]:
    with zygotes():
        yield


@pytest.mark.parametrize(("way", "mutant"), SOME)
def test_a_report_is_the_same_with_and_without_each_speed_up(way: str, mutant: Mutant) -> None:
    assert is_the_same(way, mutant)
