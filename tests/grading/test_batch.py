"""A class of submissions: kept, graded anew, interrupted, resumed, written by one writer."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from autograder import slots
from autograder.accelerator import Use
from autograder.batch import Options, grade_all
from autograder.checking.run import Session
from autograder.errors import OutputError
from autograder.grading import Job
from autograder.kit import environment, kit_for
from autograder.model import Course, Report, Submission
from autograder.readers import discover
from autograder.reports import lock
from autograder.sandbox.confine import Tier
from autograder.sandbox.tiers import best_tier
from tests.grading.conftest import HIDDEN, RIGHT, write_course
from tests.processes import children, command_of, is_alive

SLOW_LOAD = "import time\ntime.sleep(1.5)\n"


class Said:
    """A `batch.Progress` that remembers."""

    def __init__(self) -> None:
        self.kept = -1
        self.graded: list[str] = []
        self.problems: list[str] = []
        self.use: Use | None = None

    def begin(self, total: int, kept: int) -> None:
        self.kept = kept

    def computed(self, use: Use) -> None:
        self.use = use

    def rehearsing(self, units: int) -> None:
        pass

    def problem(self, error: OutputError) -> None:
        self.problems.append(str(error))

    def done(self, report: Report) -> None:
        self.graded.append(report.student)


def hand_in(root: Path, **codes: str) -> Path:
    for student, code in codes.items():
        folder = root / "submitted" / student / "01_work"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "work.py").write_text(code)
    return root / "submitted"


def grade_class(course: Course, submitted: Path, out: Path, **options: object) -> tuple[Sequence[Report], Said]:
    said = Said()
    chosen = Options(**{"out": out, "jobs": 2, "tier": best_tier(), **options})  # type: ignore[arg-type]
    return grade_all(discover([submitted], course), course, chosen, said), said


def bytes_of(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*.json"))}


@pytest.fixture
def own_course(tmp_path: Path) -> Course:
    return write_course(tmp_path / "course")


def test_a_second_run_keeps_what_is_there_and_a_regrade_gives_the_same_bytes(
    own_course: Course, tmp_path: Path
) -> None:
    submitted = hand_in(tmp_path, ada=RIGHT, ben=RIGHT.replace("2 * x", "3 * x"), eve="")
    reports, said = grade_class(own_course, submitted, tmp_path / "out")
    assert [(report.student, report.score) for report in reports] == [("ada", 9.0), ("ben", 7.0), ("eve", 0.0)]
    assert sorted(said.graded) == ["ada", "ben", "eve"]
    first = bytes_of(tmp_path / "out")

    again, said = grade_class(own_course, submitted, tmp_path / "out")
    assert (list(again), said.kept, said.graded) == (list(reports), 3, [])

    grade_class(own_course, submitted, tmp_path / "out", regrade=True)
    assert bytes_of(tmp_path / "out") == first


def test_a_changed_submission_check_or_course_is_graded_again(own_course: Course, tmp_path: Path) -> None:
    submitted = hand_in(tmp_path, ada=RIGHT, ben=RIGHT)
    grade_class(own_course, submitted, tmp_path / "out")

    hand_in(tmp_path, ben="")
    assert grade_class(own_course, submitted, tmp_path / "out")[1].graded == ["ben"]

    (own_course.root / "tests/hidden/01_work/test_work.py").write_text(HIDDEN + "\n# a new comment\n")
    assert sorted(grade_class(own_course, submitted, tmp_path / "out")[1].graded) == ["ada", "ben"]

    yml = own_course.root / "course.yml"
    yml.write_text(yml.read_text().replace("id: put, title: Put, points: 4", "id: put, title: Put, points: 8"))
    from autograder.course import load_course

    reports, said = grade_class(load_course(yml), submitted, tmp_path / "out")
    assert sorted(said.graded) == ["ada", "ben"]
    assert reports[0].score == 13.0


@pytest.mark.parametrize("out", ["submitted", "submitted/ada", "submitted/ada/01_work/reports"])
def test_a_report_that_a_student_could_have_laid_there_is_not_believed(
    own_course: Course, tmp_path: Path, out: str
) -> None:
    submitted = hand_in(tmp_path, ada="", ben="")
    grade_class(own_course, submitted, tmp_path / "out")
    assert grade_class(own_course, submitted, tmp_path / "out")[1].kept == 2
    shutil.copytree(tmp_path / "out", tmp_path / out, dirs_exist_ok=True)
    again = grade_class(own_course, submitted, tmp_path / out)[1]
    assert (again.kept, sorted(again.graded)) == (0, ["ada", "ben"])


def test_two_graders_on_one_folder_do_not_meet(own_course: Course, tmp_path: Path) -> None:
    submitted = hand_in(tmp_path, ada=RIGHT)
    with lock(tmp_path / "out"), pytest.raises(OutputError, match="in use by another grader"):
        grade_class(own_course, submitted, tmp_path / "out")


def test_a_damaged_report_is_told_and_left_alone_and_the_others_are_graded(own_course: Course, tmp_path: Path) -> None:
    submitted = hand_in(tmp_path, ada=RIGHT, ben="")
    damaged = tmp_path / "out" / "ada" / "01_work.json"
    damaged.parent.mkdir(parents=True)
    damaged.write_text('{"schema": "jax101/report/1", "stud')
    reports, said = grade_class(own_course, submitted, tmp_path / "out")
    assert [report.student for report in reports] == ["ben"]
    assert len(said.problems) == 1
    assert "01_work.json" in said.problems[0]
    assert damaged.read_text() == '{"schema": "jax101/report/1", "stud'


def start(course: Course, submitted: Path, out: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "autograder", "grade", str(submitted), "--out", str(out), "--jobs", "2"]
    return subprocess.Popen(
        [*command, "--course", str(course.root)],
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def wait_for_reports(out: Path, count: int, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 120
    while len(list(out.rglob("*.json"))) < count:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.05)


def left_of(session: int) -> list[str]:
    """The commands of what still runs in that session."""
    found = []
    for pid in psutil.pids():
        with suppress(OSError):
            if os.getsid(pid) == session and is_alive(pid):
                found.append(command_of(pid))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill -9"])
def test_a_run_that_is_stopped_goes_on_where_it_was(own_course: Course, tmp_path: Path, how: signal.Signals) -> None:
    submitted = hand_in(tmp_path, **{f"student{i:02}": SLOW_LOAD + RIGHT for i in range(8)})
    process = start(own_course, submitted, tmp_path / "out")
    wait_for_reports(tmp_path / "out", 2, process)
    process.send_signal(how)
    _out, error = process.communicate(timeout=60)
    assert "Traceback" not in error
    if how is signal.SIGINT:
        assert process.returncode == 1
        assert "the same command goes on from there" in error
    deadline = time.monotonic() + 20
    while left_of(process.pid):
        assert time.monotonic() < deadline, left_of(process.pid)
        time.sleep(0.1)
    before = bytes_of(tmp_path / "out")
    assert 2 <= len(before) < 8

    reports, said = grade_class(own_course, submitted, tmp_path / "out")
    assert said.kept == len(before)
    assert [report.score for report in reports] == [9.0] * 8
    assert {name: data for name, data in bytes_of(tmp_path / "out").items() if name in before} == before


@pytest.mark.slow
def test_a_slot_that_is_killed_costs_a_retry_and_nothing_else(own_course: Course, tmp_path: Path) -> None:
    submitted = hand_in(tmp_path, **{f"student{i:02}": SLOW_LOAD + RIGHT for i in range(6)})
    process = start(own_course, submitted, tmp_path / "out")
    wait_for_reports(tmp_path / "out", 1, process)
    slots = [pid for pid in children(process.pid) if "slots.main" in command_of(pid)]
    assert slots
    os.kill(slots[0], signal.SIGKILL)
    _out, error = process.communicate(timeout=180)
    assert (process.returncode, "Traceback" in error) == (0, False)
    scores = [json.loads(data)["score"] for data in bytes_of(tmp_path / "out").values()]
    assert scores == [9.0] * 6


def test_a_mistake_of_ours_costs_one_report_and_not_the_run(
    monkeypatch: pytest.MonkeyPatch, own_course: Course
) -> None:
    def fall_over(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(slots, "grade", fall_over)
    monkeypatch.setattr(slots, "_slot", slots._Slot(slots.Settings(Tier.NONE, os.getpid(), None), cpu=0))
    unit = own_course.units[0]
    kit = kit_for(own_course, unit)
    handed = Submission(student="ada", unit=unit.id, file="work.py", content=b"", sha256="")
    report = slots.work(Job(own_course, kit, handed, environment(kit, "cpu", "none")))
    assert (report.status, report.score) == ("infrastructure_error", None)
    assert "a mistake of ours (ZeroDivisionError)" in (report.reason or "")


IMPOSSIBLE = """
@task("adder", points=1, title="adds a little more")
def test_adder_adds_more(submission, rng):
    assert_close(submission.adder(2.0)(3.0), 5.5)
"""


def test_a_check_that_the_course_s_own_solution_fails_here_makes_no_zero(own_course: Course, tmp_path: Path) -> None:
    """As where JAX cannot work behind the wall: what no one can pass is no student's mistake."""
    file = own_course.root / "tests/hidden/01_work/test_work.py"
    file.write_text(HIDDEN.replace('"adder", points=1', '"adder", points=0') + IMPOSSIBLE)
    passes = RIGHT.replace("x + n", "x + n + 0.5").replace("2 * x", "3 * x")
    reports, _ = grade_class(own_course, hand_in(tmp_path, ada=RIGHT, ben=passes), tmp_path / "out")
    assert [(report.student, report.status) for report in reports] == [
        ("ada", "infrastructure_error"),
        ("ben", "graded"),
    ]
    assert reports[0].score is None
    assert 'own solution fails the check "adds a little more" here, too' in (reports[0].reason or "")
    assert "jax101 doctor" in (reports[0].reason or "")


def test_the_course_s_own_solution_is_asked_once_for_all_slots_and_runs(
    monkeypatch: pytest.MonkeyPatch, own_course: Course, tmp_path: Path
) -> None:
    asked = []

    def all_pass(job: Job, _: object) -> Session:
        asked.append(job.kit.unit.id)
        return Session((), {})

    monkeypatch.setattr(slots, "rehearse_checks", all_pass)
    monkeypatch.setattr(slots._Slot, "zygote", lambda _: None)
    kit = kit_for(own_course, own_course.units[0])
    [wrong], _ = grade_class(own_course, hand_in(tmp_path, ada="def twice(x): return 3 * x"), tmp_path / "out")
    handed = Submission(student="ada", unit=wrong.unit, file="work.py", content=b"", sha256="")
    job = Job(own_course, kit, handed, wrong.environment)
    programs = tmp_path / "programs" / "these"
    programs.mkdir(parents=True)
    slots_ = [
        slots._Slot(slots.Settings(Tier.ROOT, os.getpid(), folder), cpu=0) for folder in (programs, programs, None)
    ]
    assert [slot.impossible(job, wrong) for slot in slots_] == ["", "", ""]
    assert len(asked) == 2  # by the first, and by the one that has nowhere to look it up
    weaker = slots._Slot(slots.Settings(Tier.LANDLOCK, os.getpid(), programs), cpu=0)
    assert weaker.impossible(job, wrong) == ""
    assert len(asked) == 3  # behind another wall it may be otherwise
    [mark] = programs.parent.glob("*-root")
    mark.write_text("since the machine started once before")
    assert slots._Slot(slots.Settings(Tier.ROOT, os.getpid(), programs), cpu=0).impossible(job, wrong) == ""
    assert len(asked) == 4
