"""Which tests go to one process together, where pytest-xdist has several."""

from __future__ import annotations

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

# Each test of these is by itself, and whoever is free takes the next.
APART = (
    "solutions/",
    "tests/faults/",
    "tests/grading/test_stability.py",
    "tests/hidden/",
    "tests/mutants/",
    "tests/test_independence.py",
)
# What these share takes long to make.
TOGETHER = ("tests/faults/test_damaged.py",)


class Scheduling(LoadScopeScheduling):  # type: ignore[misc]  # xdist's own is not annotated
    """Files first, those with most tests first; then single tests, so that all processes end together."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return nodeid if file.startswith(APART) and not file.startswith(TOGETHER) else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    return Scheduling(config, log)
