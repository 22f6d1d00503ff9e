"""`jax101 grade --gradebook` beside real `nbgrader autograde`: the same class, the same gradebook."""

from __future__ import annotations

import multiprocessing
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest

from autograder.course import load_course
from autograder.errors import CourseError, Jax101Error, OutputError, UsageError
from autograder.model import Course
from autograder.nbgrader import Book, books, grade
from autograder.readers import Found, discover
from autograder.reports import lock, read_all
from tests.nbgrader.conftest import ANSWERS, NOTEBOOK, UNIT, Classroom, hand_everything_in, new_classroom, solved
from tests.nbgrader.postgresql import Server, running

SQLITE = "sqlite:///gradebook.db"
LATE = "\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"
DUE = "2026-01-01 00:00:00 UTC"  # `linked` came a day later

Rows = dict[str, Any]


def enter(classroom: Classroom, *words: str, address: str = SQLITE, code: int = 0) -> str:
    """What `jax101 grade --gradebook` said on standard error."""
    command = [sys.executable, "-m", "autograder", "grade", "submitted", "--gradebook", address, *words]
    done = classroom._run(command, {})
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def rows(gradebook: Any) -> Rows:
    """All that a gradebook says of the unit, by names instead of ids."""
    sheet = gradebook.find_notebook(NOTEBOOK, UNIT)
    about = {
        "cells": sorted((cell.name, cell.cell_type, cell.source, cell.checksum) for cell in sheet.source_cells),
        "points": sorted((cell.name, cell.max_score, cell.cell_type) for cell in sheet.grade_cells),
        "solutions": sorted(cell.name for cell in sheet.solution_cells),
        "students": sorted(student.id for student in gradebook.students),
    }
    for submission in gradebook.assignment_submissions(UNIT):
        [paper] = submission.notebooks
        about[submission.student.id] = {
            "when": submission.timestamp,
            "penalty": paper.late_submission_penalty,
            "score": (paper.score, paper.max_score, paper.needs_manual_grade, paper.failed_tests),
            "grades": sorted(
                (grade.name, grade.auto_score, grade.manual_score, grade.extra_credit, grade.needs_manual_grade)
                for grade in paper.grades
            ),
            "comments": sorted((each.name, each.auto_comment or "", each.manual_comment) for each in paper.comments),
        }
    return about


def rows_of(classroom: Classroom) -> Rows:
    with classroom.gradebook() as gradebook:
        return rows(gradebook)


def notebooks(classroom: Classroom) -> dict[str, bytes]:
    root = classroom.root / "autograded"
    return {str(path.relative_to(root)): path.read_bytes() for path in root.glob("*/**/*") if path.is_file()}


def copied(classroom: Classroom, root: Path) -> Classroom:
    """The course and what was handed in and graded; no gradebook, nothing autograded."""
    shutil.copytree(classroom.root, root, symlinks=True, ignore=shutil.ignore_patterns("autograded", "gradebook.db"))
    return Classroom(root)


def with_a_due_date(classroom: Classroom, due: str = DUE) -> None:
    with books.opened(f"sqlite:///{classroom.root}/gradebook.db", "jax101") as gradebook:
        gradebook.update_or_create_assignment(UNIT, duedate=due)


def test_a_gradebook_that_is_made_is_for_its_owner_only_and_one_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "gradebook.db"
    for before, after in ((None, 0o600), (0o660, 0o660)):
        if before:
            file.chmod(before)
        with books.opened(f"sqlite:///{file}", "jax101") as gradebook:
            gradebook.add_student("ada")
            gradebook.remove_student("ada")
        assert file.stat().st_mode & 0o777 == after


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The class through `nbgrader autograde`."""
    classroom = new_classroom(tmp_path_factory.mktemp("theirs") / "course")
    with (classroom.root / "nbgrader_config.py").open("a") as config:
        config.write(LATE)
    classroom.nbgrader("generate_assignment", UNIT)
    hand_everything_in(classroom)
    with_a_due_date(classroom)
    classroom.nbgrader("autograde", UNIT)
    return classroom


@pytest.fixture(scope="module")
def ours(theirs: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The same class through `jax101 grade --gradebook`, half of it graded before; never a `generate_assignment`."""
    classroom = copied(theirs, tmp_path_factory.mktemp("ours") / "course")
    for student in ("partial", "own_check", "broken"):
        shutil.rmtree(classroom.root / "reports" / student)
    with_a_due_date(classroom)
    assert f"{len(rows_of(theirs)['students'])} entered" in enter(classroom)
    return classroom


@pytest.fixture
def another(theirs: Classroom, tmp_path: Path) -> Classroom:
    return copied(theirs, tmp_path / "course")


# --------------------------------------------------------------------------- what is entered


def test_the_gradebook_says_what_nbgrader_autograde_makes_it_say(theirs: Classroom, ours: Classroom) -> None:
    assert rows_of(ours) == rows_of(theirs)  # scores to the last digit: they are compared as numbers
    assert rows_of(ours)["linked"]["penalty"] == 9
    assert [grade[1] for grade in rows_of(ours)["broken"]["grades"]] == [None] * 4


def test_the_autograded_notebooks_are_the_same_bytes(theirs: Classroom, ours: Classroom) -> None:
    assert notebooks(ours) == notebooks(theirs)
    assert f"as_text/{UNIT}/{NOTEBOOK}.ipynb" in notebooks(ours)


def test_formgrader_shows_the_whole_class(ours: Classroom) -> None:
    ask = (
        "import json\nfrom nbgrader.apps import NbGraderAPI\nfrom nbgrader.coursedir import CourseDirectory\n"
        f"api = NbGraderAPI(CourseDirectory(root={str(ours.root)!r}))\n"
        f"print(json.dumps([api.get_submissions({UNIT!r}), api.get_notebook_submissions({UNIT!r}, {NOTEBOOK!r})]))"
    )
    done = ours._run([sys.executable, "-c", ask], {})
    assert done.returncode == 0, done.stderr
    submissions, papers = msgspec.json.decode(done.stdout.splitlines()[-1])
    assert {each["student"] for each in submissions if each["autograded"]} == set(rows_of(ours)["students"])
    assert {each["student"] for each in papers} == set(rows_of(ours)["students"])
    assert {each["student"] for each in submissions if each["needs_manual_grade"]} == {"both", "broken", "other_kernel"}


def test_once_more_changes_nothing_whichever_of_the_two_does_it(theirs: Classroom, ours: Classroom) -> None:
    for classroom in (ours, theirs):
        before, files = (classroom.root / "gradebook.db").read_bytes(), notebooks(classroom)
        assert "0 entered, 15 stood there already" in enter(classroom)
        assert classroom.nbgrader("autograde", UNIT).count("Skipping") == 15
        assert (classroom.root / "gradebook.db").read_bytes() == before
        assert notebooks(classroom) == files


def test_feedback_is_made_of_it(ours: Classroom) -> None:
    ours.nbgrader("generate_feedback", UNIT, "--student", "partial")
    assert "5 of 9 points" in ours.feedback("partial")


def test_what_a_person_decided_stays(another: Classroom) -> None:
    student = "partial"
    enter(another, "--student", student)
    with another.gradebook() as gradebook:
        grade = gradebook.find_grade("adder", NOTEBOOK, UNIT, student)
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 0.75, 0.5, False
        gradebook.find_comment("adder-solution", NOTEBOOK, UNIT, student).manual_comment = "A good idea."
        gradebook.db.commit()
    decided = rows_of(another)
    assert "0 entered" in enter(another, "--student", student)
    assert rows_of(another) == decided
    another.hand_in(student, solved(another.released(), **ANSWERS))
    assert "1 entered" in enter(another, "--student", student)
    found = rows_of(another)[student]
    assert found["grades"][0] == ("adder", 1, 0.75, 0.5, True)  # as nbgrader has it: does it still fit?
    assert ("adder-solution", "", "A good idea.") in found["comments"]
    assert found["score"][0] == 4 + 2 + 2 + 0.75 + 0.5


@pytest.mark.slow
def test_a_notebook_that_is_there_does_not_pass_for_an_entry(another: Classroom) -> None:
    """As where the gradebook was put back from a copy, or another one is named."""
    enter(another, "--student", "honest")
    with another.gradebook() as gradebook:
        gradebook.find_grade("put", NOTEBOOK, UNIT, "honest").auto_score = 1
        gradebook.db.commit()
    assert "1 entered" in enter(another, "--student", "honest")
    assert another.scores()["honest"]["put"] == 4
    assert "1 entered" in enter(another, "--student", "honest", address="sqlite:///second.db")


def test_an_error_of_ours_is_not_entered(another: Classroom) -> None:
    course, found = class_of(another)
    book = Book(f"sqlite:///{another.root}/gradebook.db")
    book.prepare(course, found)
    reports, _ = read_all([another.root / "reports"])
    assert book.enter(course, found, reports, anew=False).new == 15
    before = rows_of(another)
    failed = [
        msgspec.structs.replace(report, status="infrastructure_error", score=None, reason="out of memory")
        for report in reports
        if report.student in ("honest", "linked")
    ]
    entered = book.enter(course, found, failed, anew=True)
    assert (entered.new, entered.kept, len(entered.problems)) == (0, 0, 2)
    assert "honest, 01_work: not graded, and no zero: out of memory" in entered.problems[0]
    assert rows_of(another) == before


def test_what_came_another_way_is_entered_too(another: Classroom) -> None:
    (another.root / "mail").mkdir()
    with zipfile.ZipFile(another.root / "mail" / "zoe.zip", "w") as archive:
        archive.write(another.root / "submitted" / "honest" / UNIT / f"{NOTEBOOK}.ipynb", f"{NOTEBOOK}.ipynb")
    shutil.copy(another.root / "submitted" / "as_text" / UNIT / f"{NOTEBOOK}.py", another.root / "mail" / "yan.py")
    address = ["--gradebook", SQLITE, "--unit", UNIT]
    done = another._run(
        [sys.executable, "-m", "autograder", "grade", "mail/zoe.zip", "mail/yan.py", *address, "--json"], {}
    )
    assert done.returncode == 0, done.stderr
    reports = {report["student"]: report for report in msgspec.json.decode(done.stdout)}
    assert {name: sum(map(float, scores.values())) for name, scores in another.scores().items()} == {  # type: ignore[arg-type]
        name: report["score"] for name, report in reports.items()
    }
    assert {Path(name).parent for name in notebooks(another)} == {Path(student, UNIT) for student in ("yan", "zoe")}


def test_one_that_cannot_be_entered_does_not_stop_the_others(another: Classroom) -> None:
    (another.root / "autograded").mkdir()
    (another.root / "autograded" / "honest").write_text("a file in the way")
    said = enter(another, "--fail-under", "100", code=1)  # that someone is missing comes before a low score
    assert "honest, 01_work: " in said
    assert "14 entered" in said


def test_a_time_that_is_none_stops_nobody(another: Classroom) -> None:
    """A student's own nbgrader writes the file; numbers of so many digits are more than its parser can round."""
    (another.root / "submitted" / "honest" / UNIT / "timestamp.txt").write_text(f"14:{'1' * 45}Jan:-14:00")
    said = enter(another, "--student", "honest")
    assert "honest: timestamp.txt holds no time: 14:111" in said
    assert "1 entered" in said


def test_what_is_of_no_unit_is_said_and_the_others_are_entered(another: Classroom) -> None:
    other = another.hand_in("honest", solved(another.released(), **ANSWERS)).with_name("09_other")
    shutil.copytree(another.root / "submitted" / "honest" / UNIT, other)
    said = enter(another, "--student", "honest")
    assert "jax101: honest: the course has no unit 09_other, so it is not in the gradebook." in said
    assert "1 entered" in said


# --------------------------------------------------------------------------- one writer

WAITS = """
import pathlib, time
def wait(**about):
    pathlib.Path("entering").touch()
    while not pathlib.Path("go_on").exists():
        time.sleep(0.05)
c.Autograde.pre_convert_hook = wait
"""


def test_while_one_enters_the_other_is_refused_and_loses_nothing(theirs: Classroom, another: Classroom) -> None:
    config, (course, found) = another.root / "nbgrader_config.py", class_of(another)
    kept, book = config.read_text(), Book(f"sqlite:///{another.root}/gradebook.db")
    book.prepare(course, found)
    graded, _ = read_all([another.root / "reports"])
    config.write_text(kept + WAITS)
    command, environment = [sys.executable, "-m", "nbgrader", "autograde", UNIT], another.environment()
    with subprocess.Popen(command, cwd=another.root, env=environment, stderr=subprocess.PIPE, text=True) as first:
        until = time.monotonic() + 60
        while not (another.root / "entering").exists() and first.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        config.write_text(kept)
        try:
            refused = "autograded is in use by another grader: wait for it, then run this again"
            with pytest.raises(OutputError, match=refused):
                book.enter(course, found, graded, anew=True)
            assert refused in another.nbgrader("autograde", UNIT, fails=True)
            assert another.scores() == {}
        finally:
            (another.root / "go_on").touch()
        _, said = first.communicate(timeout=120)
    assert first.returncode == 0, said
    assert book.enter(course, found, graded, anew=False)[:2] == (0, 15)
    assert another.scores() == theirs.scores()


# --------------------------------------------------------------------------- the unit


def test_the_gradebook_follows_the_points_of_course_yml(another: Classroom) -> None:
    enter(another, "--student", "honest")
    course = another.root / "course.yml"
    course.write_text(course.read_text().replace("title: Put, points: 4", "title: Put, points: 8"))
    said = enter(another, "--student", "honest")
    assert "takes over the points of course.yml (put 4 → 8)" in said
    assert another.scores()["honest"]["put"] == 8
    assert rows_of(another)["honest"]["score"][:2] == (13, 13)


def test_cells_that_came_or_went_under_submissions_are_told_before_anything_is_graded(another: Classroom) -> None:
    enter(another, "--student", "honest")
    with another.gradebook() as gradebook:
        gradebook.add_source_cell("gone", NOTEBOOK, UNIT, cell_type="code")
    course, found = class_of(another)
    with pytest.raises(CourseError, match=r"cells came or went \(gone\)"):
        Book(f"sqlite:///{another.root}/gradebook.db").prepare(course, found)


# --------------------------------------------------------------------------- killed


DIES = """
import os, signal
class Death:
    left = 4
def die(**about):
    Death.left -= 1
    if not Death.left:
        os.kill(os.getpid(), signal.SIGKILL)
"""
PLACES = {  # and how many are entered by then
    "before an entry": (3, "c.Autograde.pre_convert_hook = die\n"),
    "in the middle of its transaction": (
        3,
        "from nbgrader.plugins import LateSubmissionPlugin\n"
        "class Late(LateSubmissionPlugin):\n"
        "    def late_submission_penalty(self, *about):\n        die()\n"
        "c.AssignLatePenalties.plugin_class = Late\n",
    ),
    "between the entry and the notebook": (
        4,
        "from nbgrader.preprocessors import NbGraderPreprocessor\n"
        "class Step(NbGraderPreprocessor):\n"
        "    def preprocess(self, nb, resources):\n        die()\n        return nb, resources\n"
        "c.Autograde.autograde_preprocessors.append(Step)\n",
    ),
    "after an entry": (4, "c.Autograde.post_convert_hook = die\n"),
}


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_the_next_run_completes_what_a_killed_one_began(theirs: Classroom, another: Classroom, place: str) -> None:
    by_then, death = PLACES[place]
    config = another.root / "nbgrader_config.py"
    kept = config.read_text()
    for student in rows_of(theirs)["students"]:  # everyone is late, so that a penalty is asked for
        (another.root / "submitted" / student / UNIT / "timestamp.txt").write_text("2026-01-02 03:04:05 UTC")
    with_a_due_date(another)
    config.write_text(f"{kept}\n{DIES}\n{death}")
    enter(another, code=-signal.SIGKILL)
    there = rows_of(another)
    entered = [there[student] for student in there["students"]]
    assert len(entered) == by_then
    assert all(each["when"] and len(each["grades"]) == 4 for each in entered)
    assert all(grade[1] is not None or grade[4] for each in entered for grade in each["grades"])
    config.write_text(kept)
    enter(another)
    again = rows_of(another)
    assert {student: again[student]["grades"] for student in again["students"]} == {
        student: rows_of(theirs)[student]["grades"] for student in rows_of(theirs)["students"]
    }
    assert {name for name in notebooks(another) if name.endswith("ipynb")} == {
        name for name in notebooks(theirs) if name.endswith("ipynb")
    }
    assert "0 entered, 15 stood there already" in enter(another)


def test_tables_are_made_at_once_or_not_at_all(another: Classroom, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"sqlite:///{another.root}/gradebook.db"
    with monkeypatch.context() as patched:
        patched.setattr(books, "_version", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError), books.opened(address, "jax101"):
            pass
    with sqlite3.connect(another.root / "gradebook.db") as database:
        assert database.execute("SELECT * FROM sqlite_master").fetchall() == []
    with books.opened(address, "jax101") as gradebook:
        assert gradebook.students == []


def test_tables_that_another_made_meanwhile_are_used(another: Classroom, monkeypatch: pytest.MonkeyPatch) -> None:
    address, make = f"sqlite:///{another.root}/gradebook.db", books._make_tables

    def late(connection: Any) -> None:
        monkeypatch.setattr(books, "_make_tables", make)
        with books.opened(address, "jax101") as first:
            first.update_or_create_student("ada")
        make(connection)

    monkeypatch.setattr(books, "_make_tables", late)
    with books.opened(address, "jax101") as gradebook:
        assert [student.id for student in gradebook.students] == ["ada"]


@pytest.mark.slow
def test_several_at_once_prepare_an_empty_gradebook(another: Classroom) -> None:
    every_process = multiprocessing.get_context("spawn")
    several, rounds = 3, 8
    together = every_process.Barrier(several, timeout=60)
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", UNIT]
    with ProcessPoolExecutor(several, every_process, _meet, (together,)) as pool:
        for number in range(rounds):
            address = f"sqlite:///{another.root}/{number}.db"
            done = list(pool.map(_prepare_together, [another.root] * several, [address] * several))
            assert done == [[]] * several
            with books.opened(address, "jax101") as gradebook:
                assert len(gradebook.find_notebook(NOTEBOOK, UNIT).grade_cells) == 4
    at_once = [
        subprocess.Popen(command, cwd=another.root, env=another.environment(), stderr=subprocess.PIPE, text=True)
        for _ in range(several)
    ]
    for process in at_once:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said


def _meet(barrier: Any) -> None:
    global _together
    _together = barrier


def _prepare_together(root: Path, address: str) -> list[str]:
    _together.wait()
    return prepare(Classroom(root), address)


def test_what_takes_a_moment_waits_for_who_enters(another: Classroom) -> None:
    config, clerk = another.root / "nbgrader_config.py", f"sqlite:///{another.root}/gradebook.db"
    kept = config.read_text()
    config.write_text(kept + WAITS.replace("Autograde", "GenerateAssignment"))
    command, environment = [sys.executable, "-m", "nbgrader", "generate_assignment", UNIT], another.environment()
    with (
        subprocess.Popen(command, cwd=another.root, env=environment, stderr=subprocess.PIPE, text=True) as first,
        ThreadPoolExecutor(1) as pool,
    ):
        until = time.monotonic() + 60
        while not (another.root / "entering").exists() and first.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        config.write_text(kept)
        try:
            second = pool.submit(prepare, another, clerk)
            with pytest.raises(TimeoutError):
                second.result(timeout=1)
        finally:
            (another.root / "go_on").touch()
        _, said = first.communicate(timeout=120)
        assert first.returncode == 0, said
        assert second.result(timeout=60) == []


def test_it_does_not_wait_forever(another: Classroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grade, "MOMENT", 0.2)
    with (
        lock(another.root / "autograded"),
        pytest.raises(OutputError, match="autograded is in use by another grader: wait for it, then run this again"),
    ):
        prepare(another, f"sqlite:///{another.root}/gradebook.db")


# --------------------------------------------------------------------------- trouble


def class_of(classroom: Classroom) -> tuple[Course, list[Found]]:
    course = load_course(classroom.root / "course.yml")
    return course, discover([classroom.root / "submitted"], course)


def prepare(classroom: Classroom, address: str) -> list[str]:
    return Book(address).prepare(*class_of(classroom))


@pytest.mark.parametrize(
    ("address", "kind", "said"),
    [
        ("gradebook.db", UsageError, "`gradebook.db` is no address; a file's is sqlite:///gradebook.db"),
        ("teacher:secret@host", UsageError, "that is no address: expected sqlite:///gradebook.db or postgresql://"),
        ("postgresql://teacher:secret@host:many/name", UsageError, "that is no address"),
        ("sqlite://", UsageError, "which file"),
        ("postgres://teacher:secret@host/name", UsageError, "databases called postgres: expected"),
        ("mysql://teacher:secret@host/name?password=secret", OutputError, "needs the Python package MySQLdb"),
        ("sqlite:////not/there/gradebook.db", OutputError, "unable to open database file"),
        ("postgresql://teacher:secret@127.0.0.1:1/name?password=secret", OutputError, "cannot be used: "),
    ],
)
def test_an_address_that_does_not_work_is_told(
    another: Classroom, address: str, kind: type[Jax101Error], said: str
) -> None:
    with pytest.raises(kind) as told:
        prepare(another, address)
    assert said in str(told.value)
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)
    assert "upgrade" not in str(told.value)


def _older(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE submitted_assignment (id)")
        database.execute("CREATE TABLE alembic_version (version_num)")
        database.execute("INSERT INTO alembic_version VALUES ('282d30a0218e')")


def _other(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE recipes (name)")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (_older, "is another nbgrader's, and was left as it is. After an update of nbgrader: make a copy"),
        (_other, "is a database of something else"),
        (lambda file: file.write_text("no database at all, but long enough"), "not a database"),
    ],
)
def test_what_is_no_gradebook_is_left_as_it_is(another: Classroom, made: Callable[[Path], None], said: str) -> None:
    file = another.root / "gradebook.db"
    made(file)
    before = file.read_bytes()
    with pytest.raises(OutputError, match=said):
        prepare(another, f"sqlite:///{file}")
    assert file.read_bytes() == before


@pytest.mark.slow
def test_a_gradebook_that_is_locked_is_told_and_the_reports_stay(another: Classroom) -> None:
    enter(another, "--student", "honest")
    shutil.rmtree(another.root / "reports" / "partial")
    with sqlite3.connect(another.root / "gradebook.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")  # it can be read
        said = enter(another, "--student", "partial", code=1)
    assert "is in use by another program (database is locked): wait for it" in said
    assert (another.root / "reports" / "partial" / f"{UNIT}.json").exists()
    assert "1 entered" in enter(another, "--student", "partial")


def test_a_mistake_in_the_settings_is_told(another: Classroom) -> None:
    (another.root / "nbgrader_config.py").write_text("c.Autograde.create_student = undefined\n")
    with pytest.raises(CourseError, match=r"nbgrader_config\.py: NameError: name 'undefined' is not defined"):
        prepare(another, f"sqlite:///{another.root}/gradebook.db")


def test_a_course_without_settings_gets_ours(another: Classroom) -> None:
    (another.root / "nbgrader_config.py").unlink()
    assert "1 entered" in enter(another, "--student", "honest")
    assert another.scores()["honest"] == {"put": 4, "twice": 2, "four_times": 2, "adder": 1}


def test_nothing_is_run_that_lies_in_the_current_folder(another: Classroom) -> None:
    """There a submission may lie."""
    folder = another.root / "submitted" / "honest" / UNIT
    trap = "import pathlib\npathlib.Path(__file__).with_name('sprung').touch()\n"
    for name in ("nbgrader_config.py", "alembic.py", "sqlalchemy.py", "nbgrader.py", "dateutil.py"):
        (folder / name).write_text(trap)
    address = f"sqlite:///{another.root}/gradebook.db"
    places = ["--course", str(another.root), "--out", str(another.root / "reports"), "--gradebook", address]
    command = [sys.executable, "-m", "autograder", "grade", ".", *places]
    environment = {**another.environment(), "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert not (folder / "sprung").exists()
    assert another.scores()["honest"]["put"] == 4


def test_without_nbgrader_there_is_a_word_on_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(OutputError, match=r"needs nbgrader: pip install 'jax101\[instructor\]'"):
        Book(SQLITE)


# --------------------------------------------------------------------------- PostgreSQL


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as server:
        yield server


def test_postgresql_says_what_nbgrader_autograde_makes_sqlite_say(
    theirs: Classroom, another: Classroom, server: Server
) -> None:
    address = server.new("jax101")
    with books.opened(address, "jax101") as gradebook:
        gradebook.update_or_create_assignment(UNIT, duedate=DUE)
    said = enter(another, address=address)
    assert f"postgresql://{server.user}:***@127.0.0.1:{server.port}/jax101: 15 entered" in said
    assert "0 entered, 15 stood there already" in enter(another, address=address)
    with books.opened(address, "jax101") as gradebook:
        assert rows(gradebook) == rows_of(theirs)
    assert notebooks(another) == notebooks(theirs)
    assert server.password not in said


@pytest.mark.slow
def test_nbgrader_itself_works_on_from_there(another: Classroom, server: Server) -> None:
    address = server.new("together")
    with (another.root / "nbgrader_config.py").open("a") as config:
        config.write(f"c.CourseDirectory.db_url = {address!r}\n")
    enter(another, address=address)
    assert another.nbgrader("autograde", UNIT).count("Skipping") == 15
    another.nbgrader("generate_feedback", UNIT, "--student", "partial")
    assert "5 of 9 points" in another.feedback("partial")


def test_a_wrong_password_is_told_and_none_is_shown(another: Classroom, server: Server) -> None:
    address = server.new("locked_out").replace(server.password, "qwertz")
    with pytest.raises(OutputError, match="password authentication failed") as told:
        prepare(another, address)
    assert "qwertz" not in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.slow
def test_a_lock_of_another_program_is_not_waited_for_forever(another: Classroom, server: Server) -> None:
    address = server.new("busy")
    course, found = class_of(another)
    book = Book(address)
    book.prepare(course, found)
    reports, _ = read_all([another.root / "reports"])
    with server.connected("busy") as other:
        other.execute("BEGIN")
        other.execute("LOCK TABLE grade IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(OutputError, match="is in use by another program"):
            book.enter(course, found, reports, anew=False)
        other.execute("ROLLBACK")
    assert book.enter(course, found, reports, anew=False).new == 15
