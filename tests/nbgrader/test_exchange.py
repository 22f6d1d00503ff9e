"""nbgrader's exchange, its other ways in and out, and the real course: every unit, from the page to the feedback."""

from __future__ import annotations

import csv
import getpass
import json
import shutil
from pathlib import Path

import pytest

from autograder.course import load_course
from tests.nbgrader.conftest import (
    ANSWERS,
    NOTEBOOK,
    ROOT,
    SECRET,
    UNIT,
    Classroom,
    new_classroom,
    solved,
    with_an_exchange,
)

pytestmark = pytest.mark.slow


def test_an_assignment_goes_out_and_feedback_comes_back(tmp_path: Path) -> None:
    classroom = new_classroom(tmp_path / "course")
    pupil = with_an_exchange(classroom)
    student = pupil.root

    classroom.nbgrader("generate_assignment", UNIT)
    classroom.nbgrader("release_assignment", UNIT)
    assert UNIT in classroom.nbgrader("list")
    pupil.nbgrader("fetch_assignment", UNIT)
    assert sorted(path.name for path in (student / UNIT).iterdir()) == [
        "course.yml",
        f"test_{NOTEBOOK}.py",
        f"{NOTEBOOK}.ipynb",
    ]
    (student / UNIT / f"{NOTEBOOK}.ipynb").write_text(json.dumps(solved(classroom.released(), **ANSWERS)))
    pupil.nbgrader("submit", UNIT)

    me = getpass.getuser()
    classroom.nbgrader("collect", UNIT)
    assert (classroom.root / "submitted" / me / UNIT / SECRET).exists()
    # `release_feedback` reads these files of all students: what is missing, empty or no text ended it for everyone.
    for student_id, when, secret in (("!bytes", b"\xff", b"\xff"), ("!empty", b"", b""), ("!none", None, None)):
        folder = classroom.hand_in(student_id, "x = 1", f"{NOTEBOOK}.py")
        for name, content in (("timestamp.txt", when), (SECRET, secret)):
            if content is not None:
                (folder / name).write_bytes(content)
    classroom.nbgrader("autograde", UNIT)
    assert classroom.scores()[me] == {"put": 4, "twice": 2, "four_times": 2, "adder": 1}
    assert classroom.nbgrader("autograde", UNIT).count("Skipping") == 4
    classroom.nbgrader("generate_feedback", UNIT)
    classroom.nbgrader("release_feedback", UNIT)
    pupil.nbgrader("fetch_feedback", UNIT)
    [page] = (student / UNIT / "feedback").glob(f"*/{NOTEBOOK}.html")
    assert "9 of 9 points" in page.read_text()


def test_files_of_a_learning_platform_come_in(tmp_path: Path) -> None:
    classroom = new_classroom(tmp_path / "course")
    classroom.nbgrader("generate_assignment", UNIT)
    archive = classroom.root / "downloaded" / UNIT / "archive"
    archive.mkdir(parents=True)
    (archive / f"ada_{NOTEBOOK}.ipynb").write_text(json.dumps(solved(classroom.released(), **ANSWERS)))
    (archive / f"bo_{NOTEBOOK}.py").write_text("def twice(x):\n    return 2 * x\n")
    config = classroom.root / "nbgrader_config.py"
    pattern = r"c.FileNameCollectorPlugin.named_regexp = r'.*/(?P<student_id>\w+)_(?P<file_id>\w+)\.'"
    config.write_text(f"{config.read_text()}{pattern}\n")
    classroom.nbgrader("zip_collect", UNIT)
    classroom.nbgrader("db", "student", "add", "ada", "--first-name", "=1+1", "--last-name", 'Love"lace')
    classroom.nbgrader("autograde", UNIT)
    scores = classroom.scores()
    assert (scores["ada"]["put"], scores["bo"]["twice"], scores["bo"]["put"]) == (4, 2, 0)
    assert "ada" in classroom.nbgrader("db", "student", "list")
    assert UNIT in classroom.nbgrader("db", "assignment", "list")
    for exporter in ((), ("--exporter", "autograder.nbgrader.export.CsvExport")):
        classroom.nbgrader("export", *exporter, "--to", "marks.csv", "--student", "ada")
        with (classroom.root / "marks.csv").open(newline="") as file:
            [ada] = csv.DictReader(file)
        assert (ada["first_name"], ada["last_name"], ada["score"]) == ("'=1+1", 'Love"lace', "9.0")


def test_the_course_itself_goes_all_the_way(tmp_path: Path) -> None:
    course = tmp_path / "course"
    course.mkdir()
    for name in ("solutions", "exercises", "course.yml", "nbgrader_config.py"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, course / name)
    shutil.copytree(ROOT / "tests/hidden", course / "tests/hidden")
    for student, unit in (("bruno", "05_train"), ("farid", "05_train"), ("chiara", "03_aux"), ("jonas", "03_aux")):
        shutil.copytree(ROOT / "examples/submissions" / student / unit, course / "submitted" / student / unit)
    classroom = Classroom(course)
    classroom.nbgrader("generate_assignment", "0*")
    for path in (ROOT / "exercises").glob("*/*"):
        assert (course / path.relative_to(ROOT)).read_bytes() == path.read_bytes(), path
    units = load_course(course / "course.yml").units
    for unit in units:
        if any(course.glob(f"submitted/*/{unit.id}")):
            classroom.nbgrader("autograde", unit.id)
            classroom.nbgrader("generate_feedback", unit.id)
    found = classroom.grade().values()
    assert {report.status for report in found} == {"graded", "ungradable"}
    with classroom.gradebook() as gradebook:
        for report in found:
            unit = next(unit for unit in units if unit.id == report.unit)
            grades = gradebook.find_submission_notebook(unit.notebook, unit.id, report.student).grades
            earned = {task.task: task.score if report.status == "graded" else None for task in report.tasks}
            assert {grade.name: grade.auto_score for grade in grades} == earned, (report.student, report.unit)
            assert (course / "feedback" / report.student / unit.id / f"{unit.notebook}.html").exists()
