"""Processes that are stopped, clocks that jump: bounded time, an honest result, and the neighbours are fine."""

from __future__ import annotations

import signal
import subprocess
import time
from typing import Any

import pytest

from autograder.sandbox.confine import Tier
from autograder.sandbox.tiers import best_tier
from tests.faults.conftest import CLASS, SHORT, Site, is_locked_in, kill, slots_of, wait_for, workers_of, zygotes_of
from tests.grading.conftest import RIGHT
from tests.processes import children, descendants

SLOW = "import time\ntime.sleep(1)\n" + RIGHT
# Seconds instead of minutes: for a slot, and for an answer of a zygote.  A worker's are in `SHORT`.
SOON: dict[str, dict[str, Any]] = {"slot": {"patience": 8.0}, "zygote": {"answer": 2.0}, "worker": {}}
FULL = b'"score": 9.0'


def stop_one(site: Site, victim: str, plan: dict[str, Any]) -> subprocess.Popen[str]:
    """A run with two slots, in one of which the slot, zygote or worker of a submission is stopped as it is loaded."""
    site.hand_in({"ada": SLOW, "ben": SLOW, "cleo": SLOW, "dan": SLOW})
    process = site.start(plan=plan)
    worker = wait_for(lambda: [pid for pid in workers_of(process.pid) if is_locked_in(pid)])[0]
    [slot] = [pid for pid in slots_of(process.pid) if worker in descendants(pid)]
    [zygote] = [pid for pid in zygotes_of(process.pid) if worker in descendants(pid)]
    assert kill({"slot": slot, "zygote": zygote, "worker": worker}[victim], signal.SIGSTOP)
    return process


@pytest.mark.slow
@pytest.mark.parametrize("victim", ["slot", "zygote", "worker"])
def test_a_process_that_is_stopped_is_replaced_and_no_one_loses_a_point(site: Site, victim: str) -> None:
    process = stop_one(site, victim, SOON[victim])
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert all(FULL in report for report in site.reports().values())
    assert len(site.reports()) == 4
    site.is_clean()


def stop_and_kill(site: Site, victim: str, **plan: Any) -> int:
    """Stop one process of a run and kill the slot and the grader above it; the zygote's process id."""
    site.hand_in({"ada": SLOW})
    process = site.start(plan=plan, jobs=1)
    [worker] = wait_for(lambda: list(filter(is_locked_in, workers_of(process.pid))))
    [slot], [zygote] = slots_of(process.pid), zygotes_of(process.pid)
    keeper = next((pid for pid in children(zygote) if pid != worker), worker)  # there is one in a world of its own
    assert kill({"slot": slot, "zygote": zygote, "keeper": keeper, "worker": worker}[victim], signal.SIGSTOP)
    for pid in (slot, process.pid):
        kill(pid)
    process.communicate(timeout=60)
    return zygote


@pytest.mark.parametrize("victim", ["slot", "zygote", "keeper", "worker"])
def test_what_is_stopped_does_not_outlive_a_grader_and_a_slot_that_are_killed(site: Site, victim: str) -> None:
    """A process that is stopped does nothing: what ends it must be the kernel, or one that is not stopped."""
    zygote = stop_and_kill(site, victim)
    site.is_clean({zygote}, seconds=20)


@pytest.mark.slow
@pytest.mark.long
def test_a_zygote_that_could_not_hear_it_is_found_out(site: Site) -> None:
    zygote = stop_and_kill(site, "zygote", weaken=["leash"])
    time.sleep(5)
    assert zygote in site.processes()


@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_waits_for_a_stopped_slot_is_found_out(site: Site) -> None:
    process = stop_one(site, "slot", {"weaken": ["watch"]})
    wait_for(lambda: len(site.reports()) == 3)
    with pytest.raises(subprocess.TimeoutExpired):
        process.communicate(timeout=15)
    process.kill()


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.skipif(best_tier() not in (Tier.ROOT, Tier.NAMESPACES), reason="a program could have done it here")
def test_a_grader_that_blames_the_program_for_a_stop_is_found_out(site: Site) -> None:
    stop_one(site, "worker", {"weaken": ["justice"]}).communicate(timeout=120)
    assert sum(FULL in report for report in site.reports().values()) == 3


# --------------------------------------------------------------------------- paused, and going on


def pause(site: Site, victim: str, plan: dict[str, Any], *options: str) -> bytes:
    """The report of a submission of which a process was paused for longer than it may take, and then went on."""
    yml = site.course.root / "course.yml"
    yml.write_text(yml.read_text().replace(SHORT, SHORT.replace("submission_seconds: 20", "submission_seconds: 5")))
    site.hand_in({"ada": SLOW})
    process = site.start(*options, plan=plan, jobs=1)
    if "none" in options:
        [paused] = wait_for(lambda: workers_of(process.pid))
        time.sleep(0.5)  # within the second that it sleeps
    elif victim == "zygote":
        wait_for(lambda: workers_of(process.pid), step=0.0)
        [paused] = zygotes_of(process.pid)  # while the worker locks itself in: later nobody needs it for a while
    else:
        [worker] = wait_for(lambda: list(filter(is_locked_in, workers_of(process.pid))))
        paused = {"slot": slots_of(process.pid)[0], "worker": worker}[victim]
    kill(paused, signal.SIGSTOP)
    time.sleep(6)
    kill(paused, signal.SIGCONT)
    process.communicate(timeout=120)
    assert process.returncode == 0
    return site.reports()["ada"]


@pytest.mark.slow
@pytest.mark.parametrize("victim", ["slot", "zygote", "worker"])
def test_what_was_paused_is_graded_again(site: Site, victim: str) -> None:
    assert FULL in pause(site, victim, {})
    site.is_clean()


@pytest.mark.slow
def test_a_program_that_was_paused_where_it_could_have_been_its_own_doing_is_graded_again(site: Site) -> None:
    assert FULL in pause(site, "worker", {}, "--sandbox", "none")
    site.is_clean()


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(("victim", "weaker"), [("slot", "heart"), ("worker", "justice")])
def test_a_grader_that_takes_a_pause_for_the_students_time_is_found_out(site: Site, victim: str, weaker: str) -> None:
    assert FULL not in pause(site, victim, {"weaken": [weaker]})


@pytest.mark.slow
def test_a_run_that_is_suspended_and_continued_goes_on(site: Site) -> None:
    site.hand_in({"ada": SLOW, "ben": SLOW})
    process = site.start(plan={"patience": 6.0})
    wait_for(lambda: list(filter(is_locked_in, workers_of(process.pid))))
    suspended = [process.pid, *slots_of(process.pid)]  # what Ctrl-Z reaches
    for signal_ in (signal.SIGSTOP, signal.SIGCONT):
        for pid in suspended:
            kill(pid, signal_)
        time.sleep(8 if signal_ is signal.SIGSTOP else 0)
    process.communicate(timeout=120)
    assert process.returncode == 0
    assert all(FULL in report for report in site.reports().values())


# --------------------------------------------------------------------------- clocks


def under_a_mad_clock(site: Site, shim: str, **plan: Any) -> tuple[int, str]:
    """Grade while the clock on the wall jumps twenty days, fifty times a second, in every process of the run."""
    clock = {"LD_PRELOAD": shim, "SHIM_CLOCK": "1"}
    return site.grade(plan={"zygote_environment": clock, **plan}, **clock)


@pytest.mark.slow
def test_a_clock_that_jumps_changes_nothing(site: Site, right: dict[str, bytes], shim: str) -> None:
    site.hand_in(CLASS)
    code, said = under_a_mad_clock(site, shim)
    assert code == 0, said
    assert site.reports() == right
    site.is_clean()


@pytest.mark.slow
@pytest.mark.long
def test_deadlines_by_the_clock_on_the_wall_are_found_out(site: Site, right: dict[str, bytes], shim: str) -> None:
    site.hand_in(dict.fromkeys(("ada", "ben", "cleo", "dan"), SLOW))
    code, _ = under_a_mad_clock(site, shim, weaken=["clock", "tries"], patience=20.0, answer=5.0)
    assert code != 0 or not all(FULL in report for report in site.reports().values())
