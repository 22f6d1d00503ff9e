"""SIGKILL of worker, keeper, zygote, slot and grader at every step: the same reports, and nothing left behind.

What a step is, and how one comes to its end there: `steps`.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from autograder.sandbox.confine import Tier
from autograder.sandbox.tiers import best_tier
from tests.faults.conftest import Site, kill, slots_of, status_of, wait_for, zygotes_of
from tests.faults.steps import Record
from tests.grading.conftest import RIGHT
from tests.processes import control_groups

# It prints while it is loaded; it is right in one function, wrong in another, and has a neighbour of that looked at
# again, in a second worker.
PROGRAM = "print('loaded')\n\n" + RIGHT.replace("2 * x", "3 * x")
pytestmark = pytest.mark.skipif(
    best_tier() not in (Tier.ROOT, Tier.NAMESPACES), reason="the steps are those of a worker with a world of its own"
)
A_CLASS = 12  # submissions of a run
# Whether each submission has a slot and a zygote of its own, so that their first and last steps come again, too.
ROUNDS = {"worker": "same", "keeper": "same", "zygote": "new", "slot": "new"}
# How many steps a victim has at least.
AT_LEAST = {"worker": 80, "keeper": 10, "zygote": 40, "slot": 70, "grader": 80}


class Killing:
    """Runs in which the processes of one kind are killed, each at a later step than the one before."""

    def __init__(self, site: Site, victim: str, first: int = 1, stride: int = 1, weaken: str = "") -> None:
        self.site = site
        self.victim = victim
        self.record = Record(str(site.root / "steps"))
        self.record.want(first, stride)
        self.zygotes: set[int] = set()
        self.missed = 0
        self.plan = {"weaken": [weaken] if weaken else []}  # of all runs

    def run(self, *options: str, rounds: str = "") -> int:
        """A run in which it happens once; or, with `rounds`, once over each submission (see `driver.count_steps`)."""
        steps = {"victim": self.victim, "record": self.record.path, "rounds": rounds}
        if not rounds:
            self.record.arm()
        process = self.site.start(*options, plan={"steps": steps, **self.plan}, jobs=1)
        while process.poll() is None:
            if pid := self.record.waiting:
                self.zygotes.update(zygotes_of(process.pid))
                self.strike(pid, process)
                self.record.release()
            time.sleep(0.002)
        _, error = process.communicate()
        assert "Traceback" not in error, error
        return process.returncode

    def strike(self, pid: int, process: subprocess.Popen[str]) -> None:
        """Kill the victim, and see that of those who were killed before nobody is left.

        A worker that waits for its last request, or a keeper of one, may be ended by its slot before we are there.
        """
        wait_for(lambda: len(self.site.processes()) <= 5, seconds=20)  # grader, slot, zygote, keeper, worker
        if pid in self.site.processes():
            kill(pid)
        else:
            self.missed += 1
            assert self.missed <= 1 + len(self.record.victims) // 10, self.record.victims

    def tell(self) -> str:
        """The steps, for who wants to see them."""
        steps = self.record.victims
        return "\n".join([*steps, f"{self.victim}: killed at {len(steps) - self.missed} of {len(steps)} steps"])


@pytest.fixture(scope="session")
def right(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> dict[str, bytes]:
    """The reports of a class of such programs when nothing goes wrong."""
    site = Site(tmp_path_factory.mktemp("calm") / "site", cache)
    site.hand_in({"s00": PROGRAM, "s01": PROGRAM})
    assert site.grade()[0] == 0
    report = site.reports()["s00"]
    reports = {name: report.replace(b'"s00"', f'"{name}"'.encode()) for name in (f"s{n:02}" for n in range(A_CLASS))}
    assert site.reports() == {name: reports[name] for name in ("s00", "s01")}
    return reports


def kill_over_each_submission(killing: Killing, right: dict[str, bytes], kills: int = 1000) -> None:
    """Classes, until there is no further step or so many are dead; it costs time, and nothing else."""
    site = killing.site
    while not killing.record.complete and (left := kills - len(killing.record.victims)) > 0:
        names = list(right)[: min(left, A_CLASS)]
        site.hand_in(dict.fromkeys(names, PROGRAM))
        assert killing.run("--regrade", rounds=ROUNDS[killing.victim]) == 0
        for name, report in site.reports().items():
            assert report == right[name], (killing.record.victims, report)
    assert (
        site.grade(jobs=1, plan=killing.plan)[0] == 0
    )  # it clears away what a zygote that was killed at its last step has left
    site.is_clean(killing.zygotes)
    print(killing.tell())


def kill_a_grader(killing: Killing, right: dict[str, bytes], kills: int = 1000) -> None:
    """A run that is killed and one that goes on, until there is no further step or so many are dead."""
    site, names = killing.site, ("s00",)
    site.hand_in(dict.fromkeys(names, PROGRAM))
    while not killing.record.complete and len(killing.record.victims) < kills:
        shutil.rmtree(site.out, ignore_errors=True)
        code = killing.run()
        assert code == (0 if killing.record.complete else -signal.SIGKILL)
        before = site.reports()
        assert before.items() <= right.items(), killing.record.victims[-1]
        wait_for(lambda: not site.processes(), seconds=20)
        assert site.grade(jobs=1, plan=killing.plan)[0] == 0
        assert site.reports() == {name: right[name] for name in names}, killing.record.victims[-1]
        site.is_clean(killing.zygotes)
    print(killing.tell())


# --------------------------------------------------------------------------- every step, and some


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("victim", ROUNDS)
def test_what_is_killed_at_any_step_is_made_up_for(site: Site, right: dict[str, bytes], victim: str) -> None:
    killing = Killing(site, victim)
    kill_over_each_submission(killing, right)
    assert killing.record.complete
    assert len(killing.record.victims) >= AT_LEAST[victim]


@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_is_killed_at_any_step_loses_nothing(site: Site, right: dict[str, bytes]) -> None:
    killing = Killing(site, "grader")
    kill_a_grader(killing, right)
    assert killing.record.complete
    assert len(killing.record.victims) >= AT_LEAST["grader"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("victim", "first", "stride", "kills"),
    [("worker", 4, 23, 5), ("keeper", 3, 5, 2), ("zygote", 7, 21, 2), ("slot", 4, 37, 2)],
)
def test_what_is_killed_at_some_steps_is_made_up_for(
    site: Site, right: dict[str, bytes], victim: str, first: int, stride: int, kills: int
) -> None:
    killing = Killing(site, victim, first, stride)
    kill_over_each_submission(killing, right, kills)
    assert len(killing.record.victims) == kills


@pytest.mark.slow
def test_a_grader_that_is_killed_at_some_steps_loses_nothing(site: Site, right: dict[str, bytes]) -> None:
    killing = Killing(site, "grader", 33, 50)
    kill_a_grader(killing, right, kills=2)
    assert len(killing.record.victims) == 2


# --------------------------------------------------------------------------- before a run knows its wall


def kill_while_walls_are_tried(killing: Killing, right: dict[str, bytes], kills: int = 1000) -> None:
    """Runs that find all reports there.  With a weaker wall they would not keep them."""
    site = killing.site
    site.hand_in({"s00": PROGRAM})
    assert site.grade(jobs=1)[0] == 0
    while not killing.record.complete and len(killing.record.victims) < kills:
        assert killing.run() == 0
        assert site.reports() == {"s00": right["s00"]}, killing.record.victims[-1]
        site.is_clean(killing.zygotes)
    print(killing.tell())


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(("victim", "at_least"), [("worker", 50), ("keeper", 10), ("zygote", 50)])
def test_a_kill_while_walls_are_tried_leaves_no_weaker_one(
    site: Site, right: dict[str, bytes], victim: str, at_least: int
) -> None:
    killing = Killing(site, victim)
    kill_while_walls_are_tried(killing, right)
    assert len(killing.record.victims) >= at_least


@pytest.mark.slow
def test_some_kills_while_walls_are_tried_leave_no_weaker_one(site: Site, right: dict[str, bytes]) -> None:
    kill_while_walls_are_tried(Killing(site, "worker", 12, 29), right, kills=3)


# --------------------------------------------------------------------------- while a unit is rehearsed


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(
    ("victim", "first"), [("worker", 2), ("worker", 20), ("zygote", 8), ("zygote", 20), ("slot", 3), ("slot", 30)]
)
def test_a_kill_in_a_rehearsal_costs_time_and_nothing_else(
    tmp_path: Path, right: dict[str, bytes], victim: str, first: int
) -> None:
    site, names = Site(tmp_path / "site", tmp_path / "cache"), ("s00", "s01", "s02")
    site.hand_in(dict.fromkeys(names, PROGRAM))
    killing = Killing(site, victim, first)
    assert killing.run(rounds="rehearsal") == 0
    print(killing.tell())
    assert site.reports() == {name: right[name] for name in names}
    assert not killing.record.complete
    site.is_clean(killing.zygotes)


# --------------------------------------------------------------------------- stopped at a step


class Stopping(Killing):
    """Its victims are stopped instead, and the slot and the grader above them killed."""

    def strike(self, pid: int, process: subprocess.Popen[str]) -> None:
        kill(pid, signal.SIGSTOP)
        for each in (*slots_of(process.pid), process.pid):
            kill(each)

    def until(self, last: str) -> None:
        """At one step after the other; nobody outlives a slot and a grader for the sake of one that is stopped."""
        self.site.hand_in({"s00": PROGRAM})
        while not self.record.victims or last not in self.record.victims[-1]:
            assert self.run("--regrade", rounds="same") == -signal.SIGKILL
            self.site.is_clean(self.zygotes, seconds=10)
        print(self.tell())


LOCKED_IN = {"worker": "sandbox/worker.py", "keeper": "_exit"}  # then it is no more as it was told above


@pytest.mark.slow
@pytest.mark.parametrize(("victim", "step", "what"), [("worker", 11, "mount"), ("keeper", 5, "socket.sendmsg")])
def test_a_worker_that_is_stopped_while_it_locks_itself_in_holds_nobody_up(
    site: Site, victim: str, step: int, what: str
) -> None:
    Stopping(site, victim, step).until(what)


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("victim", LOCKED_IN)
def test_a_worker_that_is_stopped_at_any_step_of_locking_itself_in_holds_nobody_up(site: Site, victim: str) -> None:
    Stopping(site, victim).until(LOCKED_IN[victim])


# --------------------------------------------------------------------------- weakened


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("victim", ROUNDS)
def test_a_grader_that_tries_only_once_is_found_out(site: Site, right: dict[str, bytes], victim: str) -> None:
    with pytest.raises(AssertionError):
        kill_over_each_submission(Killing(site, victim, 8, weaken="tries"), right, kills=1)
    assert status_of(site.reports()["s00"]) == "infrastructure_error"


@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_tries_a_wall_only_once_is_found_out(site: Site, right: dict[str, bytes]) -> None:
    with pytest.raises(AssertionError):
        kill_while_walls_are_tried(Killing(site, "worker", 12, weaken="walls"), right, kills=1)
    assert b'"sandbox": "root"' not in site.reports()["s00"]


@pytest.mark.slow
@pytest.mark.long
def test_a_zygote_that_leaves_others_groups_is_found_out(site: Site, right: dict[str, bytes]) -> None:
    with pytest.raises(AssertionError, match="jax101-unswept-"):
        kill_over_each_submission(Killing(site, "zygote", 20, weaken="sweep"), right, kills=1)
    for group in control_groups("jax101-unswept-*"):
        group.rmdir()


@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_leaves_others_folders_is_found_out(site: Site, right: dict[str, bytes]) -> None:
    with pytest.raises(AssertionError, match="jax101-probe-"):
        kill_a_grader(Killing(site, "grader", 12, weaken="clearing"), right, kills=1)


@pytest.mark.slow
@pytest.mark.long
def test_a_grader_that_writes_reports_where_they_stand_is_found_out(site: Site, right: dict[str, bytes]) -> None:
    killing = Killing(site, "grader", 84, weaken="atomic")
    with pytest.raises(AssertionError):
        kill_a_grader(killing, right)
    assert "reports.py" in killing.record.victims[-1]
