"""The machine runs out of memory: the kernel ends the worker that took it, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import Site
from tests.grading.conftest import RIGHT

_ROOM = 900 << 20  # for grader, slot, zygote and workers: less than a submission alone may use
MEMORY = Path("/sys/fs/cgroup/memory")

# Takes at most 1.6 GB, which its own limits allow.
HOG = """
def twice(x):
    taken = [bytearray(b"x" * (1 << 20)) for _ in range(1600)]
    return 2 * x * len(taken) / 1600
"""


@pytest.fixture
def small_machine() -> Iterator[Path]:
    """A control group with little memory, for a run to be in."""
    group = MEMORY / f"faults-{os.getpid()}"
    try:
        group.mkdir()
        (group / "memory.limit_in_bytes").write_text(str(_ROOM))
        for swap in (group / "memory.memsw.limit_in_bytes", group / "memory.swappiness"):
            if swap.exists():
                swap.write_text(str(_ROOM) if "memsw" in swap.name else "0")
    except OSError:
        pytest.skip("no memory control group (version 1) can be made here")
    yield group
    group.rmdir()


@pytest.mark.slow
def test_a_machine_without_memory_ends_the_worker_and_not_the_grader(site: Site, small_machine: Path) -> None:
    site.hand_in({"ada": RIGHT, "hog": HOG + RIGHT.replace("def twice", "def other"), "zoe": RIGHT})
    code, said = site.grade(jobs=1, group=small_machine)
    assert code == 0, said
    reports = site.reports()
    assert b'"score": 9.0' in reports["ada"]
    assert b'"score": 9.0' in reports["zoe"]
    assert b"the program used more memory than this machine has" in reports["hog"]
    assert b'"status": "graded"' in reports["hog"]
    site.is_clean()
