"""The machine runs out of memory: the kernel ends the worker that took it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.sandbox.confine import Tier
from autograder.sandbox.tiers import best_tier
from tests.faults.conftest import Site, slots_of, zygotes_of
from tests.faults.groups import Group, with_memory
from tests.grading.conftest import RIGHT

_ROOM = 1200 << 20  # for grader, slot, zygote and workers: less than slot and submission together may use
# Checks that hold more than a worker can take before the room is full: left alone the kernel ends whoever has most, and
# that is the slot.  Taken when a check is run, as the grader itself only lists them.
LOAD = """
import functools

@functools.cache
def data():
    return b"x" * (600 << 20)

@task("twice", points=0, title="with much data")
def test_twice_of_much(submission, rng):
    data()
    assert_close(submission.twice(np.arange(3.0)), np.array([0.0, 2.0, 4.0]))
"""

# Takes at most 1.6 GB, which its own limits allow.
HOG = """
def twice(x):
    taken = [bytearray(b"x" * (1 << 20)) for _ in range(1600)]
    return 2 * x * len(taken) / 1600
"""

pytestmark = pytest.mark.slow


@pytest.fixture
def small_machine() -> Iterator[Group]:
    """A control group with little memory, for a run to be in."""
    with with_memory(_ROOM) as group:
        yield group


def short_of_memory(site: Site, machine: Group, **plan: object) -> tuple[int, str, int]:
    """(exit code, what was said, slots and zygotes that there were) of a run in which one submission takes it all."""
    with (site.course.root / "tests/hidden/01_work/test_work.py").open("a") as checks:
        checks.write(LOAD)
    site.hand_in({"ada": RIGHT, "hog": HOG + RIGHT.replace("def twice", "def other"), "zoe": RIGHT})
    process = site.start(plan=plan, jobs=1, group=machine.inside)
    seen: set[int] = set()
    while process.poll() is None:
        seen.update(slots_of(process.pid), zygotes_of(process.pid))
    return process.returncode, process.communicate()[1], len(seen)


@pytest.mark.skipif(best_tier() is Tier.NONE, reason="nothing is locked in here")
def test_a_machine_without_memory_ends_the_worker_and_nothing_else(site: Site, small_machine: Group) -> None:
    code, said, processes = short_of_memory(site, small_machine)
    assert code == 0, said
    assert processes == 2  # the slot and the zygote that it began with
    reports = site.reports()
    assert b'"score": 9.0' in reports["ada"]
    assert b'"score": 9.0' in reports["zoe"]
    assert b"the program used more memory than this machine has" in reports["hog"]
    assert b'"status": "graded"' in reports["hog"]
    site.is_clean()


def test_a_worker_that_does_not_go_first_takes_the_slot_along(site: Site, small_machine: Group) -> None:
    """It is no zero even so, and the neighbours have their points."""
    code, _, processes = short_of_memory(site, small_machine, weaken=["first"])
    assert (code, processes > 2) == (1, True)
    reports = site.reports()
    assert b'"status": "infrastructure_error"' in reports["hog"]
    assert all(b'"score": 9.0' in reports[student] for student in ("ada", "zoe"))
