"""SIGKILL of worker, zygote, slot and grader at any time: every submission keeps its one report.

At every step: `test_steps`.  By hand thousands: `python -m tests.faults.storm --kills 3000`.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder import reports
from autograder.sandbox.confine import Tier
from autograder.sandbox.tiers import best_tier
from tests.faults.conftest import CLASS, Site, is_locked_in, kill, slots_of, status_of, wait_for, workers_of, zygotes_of
from tests.faults.steps import Record, Steps
from tests.faults.storm import Storm
from tests.faults.weaker import WEAKER
from tests.grading.conftest import RIGHT
from tests.test_reports import a_report

SLOW = "import time\ntime.sleep(1)\n" + RIGHT

# --------------------------------------------------------------------------- the writer, step by step


def write_until_killed(out: Path, step: int, weaken: Callable[[], None] | None) -> bool:
    """Replace a report and write a new one in a process that is killed at that step.  Whether it came to it."""
    record = Record(str(out.parent / f"steps{step}"))
    record.want(step, 1)
    record.arm()
    if (child := os.fork()) == 0:
        try:
            if weaken:
                weaken()
            Steps(record, "writer", "writer")
            with reports.lock(out):
                reports.write(out, a_report("ada", score=3.0))
                reports.write(out, a_report("zoe"))
        finally:
            os._exit(0)
    while (ended := os.waitpid(child, os.WNOHANG)) == (0, 0):
        if record.waiting:
            kill(child)
            record.release()
        time.sleep(0.001)
    return os.WIFSIGNALED(ended[1])


def kills_of_a_writer(folder: Path, weaken: Callable[[], None] | None = None) -> int:
    """Kill a writer at each of its steps; after each, every report is an old one or a new one, and the rest is cleared
    away.  Returns the number of kills.
    """
    step = 1
    while True:
        out = folder / f"out{step}"
        reports.write(out, a_report("ada"))
        killed = write_until_killed(out, step, weaken)
        assert reports.read(out / "ada" / "04_pure.json").score in (2.0, 3.0)
        assert {path.name for path in out.glob("zoe/*.json")} <= {"04_pure.json"}
        with reports.lock(out):
            for report in (a_report("ada", score=3.0), a_report("zoe")):
                assert reports.write(out, report).read_bytes() == reports.to_bytes(report)
        assert {path.name for path in out.rglob("*") if path.is_file()} == {".lock", "04_pure.json"}
        if not killed:
            return step - 1
        step += 1


def test_a_writer_killed_at_any_step_leaves_the_old_report_or_the_new_one(tmp_path: Path) -> None:
    assert kills_of_a_writer(tmp_path) >= 12


def test_a_writer_that_is_not_atomic_is_found_out(tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"damaged|assert"):
        kills_of_a_writer(tmp_path, WEAKER["atomic"])


# --------------------------------------------------------------------------- at any time


@pytest.mark.parametrize(
    "victim", ["worker", *(pytest.param(each, marks=pytest.mark.slow) for each in ("zygote", "slot"))]
)
def test_a_kill_in_the_middle_of_a_submission_costs_time_and_nothing_else(site: Site, victim: str) -> None:
    site.hand_in({"ada": SLOW})
    assert kill_one(site, victim) == "graded"
    assert b'"score": 9.0' in site.reports()["ada"]
    site.is_clean()


@pytest.mark.slow
def test_a_grader_killed_while_a_slot_starts_leaves_no_process_and_no_traceback(site: Site) -> None:
    """Slots are as young as can be, then a little older: before they know who they are, and after."""
    site.hand_in({"ada": RIGHT})
    for wait in (0.0, 0.0, 0.02, 0.1, 0.3, 0.6, 1.0):
        process = site.start("--regrade", jobs=1)
        wait_for(lambda process=process: slots_of(process.pid), step=0.0)
        time.sleep(wait)
        kill(process.pid)
        _, error = process.communicate(timeout=60)
        assert "Traceback" not in error, error
        site.is_clean()


def kill_one(site: Site, victim: str, **options: object) -> str:
    """Kill one process of a run while a submission is loaded; the status it ends with."""
    process = site.start(jobs=1, **options)  # type: ignore[arg-type]
    [worker] = wait_for(lambda: list(filter(is_locked_in, workers_of(process.pid))))
    found = {"worker": [worker], "zygote": zygotes_of(process.pid), "slot": slots_of(process.pid)}
    assert kill(found[victim][0])
    _, error = process.communicate(timeout=120)
    assert "Traceback" not in error
    return status_of(site.reports()["ada"])


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.skipif(best_tier() not in (Tier.ROOT, Tier.NAMESPACES), reason="a program could have done it here")
def test_a_grader_that_blames_the_program_for_a_kill_is_found_out(site: Site) -> None:
    site.hand_in({"ada": SLOW})
    kill_one(site, "worker", plan={"weaken": ["justice"]})
    assert b'"score": 9.0' not in site.reports()["ada"]


@pytest.mark.slow
@pytest.mark.parametrize("how", ["SIGKILL", "SIGSTOP"])
def test_a_program_that_ends_itself_where_it_can_is_the_students_mistake(site: Site, how: str) -> None:
    code = f"import os, signal\ndef twice(x):\n    os.kill(os.getpid(), signal.{how})\n"
    site.hand_in({"ada": RIGHT.replace("def twice", "def old_twice") + code, "ben": RIGHT})
    assert site.grade("--sandbox", "none")[0] == 0
    report = json.loads(site.reports()["ada"])
    outcomes = {check["outcome"] for task in report["tasks"] for check in task["checks"] if task["task"] == "twice"}
    assert report["status"] == "graded"
    assert outcomes <= {"crashed", "timeout", "not_run"}
    assert b'"score": 9.0' in site.reports()["ben"]
    site.is_clean()


@pytest.mark.slow
def test_kills_at_random_times_lose_nothing(site: Site, right: dict[str, bytes]) -> None:
    site.hand_in(CLASS)
    storm = Storm(site, right, ["worker", "worker", "zygote", "grader"], kills=6, seed=1)
    storm.rage(seconds=12)
    storm.calm()
    assert storm.killed.total() >= 2


@pytest.mark.slow
@pytest.mark.long
def test_fifty_kills_at_random_times_lose_nothing(site: Site, right: dict[str, bytes]) -> None:
    site.hand_in(CLASS)
    storm = Storm(site, right, ["worker"] * 8 + ["zygote", "slot", "grader"], kills=50, seed=50)
    storm.rage(seconds=60)
    storm.calm()
    print(f"{dict(storm.killed)} in {storm.rounds} rounds, {storm.infrastructure_errors} infrastructure errors")
    assert storm.killed.total() >= 5  # fewer where the machine is busy


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(("victim", "kills"), [("worker", 200), ("zygote", 25), ("slot", 15), ("grader", 15)])
def test_hundreds_of_kills_at_random_times_lose_nothing(
    site: Site, right: dict[str, bytes], victim: str, kills: int
) -> None:
    site.hand_in(CLASS)
    storm = Storm(site, right, [victim], kills, seed=kills)
    storm.rage(seconds=50)
    storm.calm()
    print(f"{dict(storm.killed)} in {storm.rounds} rounds, {storm.infrastructure_errors} infrastructure errors")
    assert storm.killed.total() >= kills // 10  # fewer where the machine is busy
