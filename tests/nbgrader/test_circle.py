"""nbgrader's real command line, from the page to the feedback, with a class in which many cheat."""

from __future__ import annotations

import csv
import shutil
import sys
from html import escape
from pathlib import Path

import pytest

from autograder.release import release
from tests.nbgrader.conftest import (
    NOTEBOOK,
    NOTEBOOKS,
    SECRET,
    UNIT,
    Classroom,
    cell_of,
    hand_everything_in,
    new_classroom,
)

UNGRADABLE = ("both", "broken", "other_kernel")
EVERYONE = (*NOTEBOOKS, "as_text", "broken", "both", "linked")
GRADED = tuple(student for student in EVERYONE if student not in UNGRADABLE)

every_graded = pytest.mark.parametrize("student", GRADED)


class Circle:
    """What came of one way round."""

    def __init__(self, classroom: Classroom) -> None:
        self.classroom = classroom
        self.said = {"generate": classroom.nbgrader("generate_assignment", UNIT)}
        hand_everything_in(classroom)
        self.said["autograde"] = classroom.nbgrader("autograde", UNIT)
        self.reports = classroom.grade()
        self.scores = classroom.scores()
        self.said["feedback"] = classroom.nbgrader("generate_feedback", UNIT)
        self.said["export"] = classroom.nbgrader("export")


@pytest.fixture(scope="module")
def circle(tmp_path_factory: pytest.TempPathFactory) -> Circle:
    return Circle(new_classroom(tmp_path_factory.mktemp("nbgrader") / "course"))


@pytest.fixture(scope="module")
def classroom(circle: Circle) -> Classroom:
    return circle.classroom


# --------------------------------------------------------------------------- the assignment


def test_generate_assignment_writes_what_release_writes(classroom: Classroom, tmp_path: Path) -> None:
    from autograder.course import load_course

    shutil.copytree(classroom.root, tmp_path / "copy", ignore=shutil.ignore_patterns("exercises", "autograded"))
    release(load_course(tmp_path / "copy/course.yml"))
    theirs, ours = classroom.root / "exercises" / UNIT, tmp_path / "copy/exercises" / UNIT
    assert {path.name: path.read_bytes() for path in theirs.iterdir()} == {
        path.name: path.read_bytes() for path in ours.iterdir()
    }


def test_the_gradebook_knows_the_assignment(classroom: Classroom) -> None:
    with classroom.gradebook() as gradebook:
        cells = {cell.name: cell.max_score for cell in gradebook.find_notebook(NOTEBOOK, UNIT).grade_cells}
    assert cells == {"put": 4, "twice": 2, "four_times": 2, "adder": 1}


def test_nothing_needs_to_be_activated(classroom: Classroom, tmp_path: Path) -> None:
    """nbgrader calls a program beside it by its name; everything here runs without that name on the PATH."""
    assert shutil.which("alembic", path=classroom.environment()["PATH"]) is None
    address = f"--CourseDirectory.db_url=sqlite:///{tmp_path}/new.db"
    program = [str(Path(sys.executable).with_name("nbgrader")), "db"]
    for words in (["student", "add", "ada"], ["upgrade"]):
        done = classroom._run([*program, *words, address], {})
        assert done.returncode == 0, done.stderr


# --------------------------------------------------------------------------- scores


def test_everyone_is_in_the_gradebook(circle: Circle) -> None:
    assert set(circle.scores) == set(EVERYONE) == set(circle.reports)


@every_graded
def test_scores_are_those_of_jax101_grade_to_the_last_digit(circle: Circle, student: str) -> None:
    report = circle.reports[student]
    assert report.status == "graded"
    assert circle.scores[student] == {task.task: task.score for task in report.tasks}


def test_the_reports_are_the_same_bytes(circle: Circle) -> None:
    for student in EVERYONE:
        ours, theirs = (
            circle.classroom.root / out / student / f"{UNIT}.json" for out in ("reports", "by-the-other-way")
        )
        assert ours.read_bytes() == theirs.read_bytes(), student


def test_the_class_is_what_it_is_meant_to_be(circle: Circle) -> None:
    earned = {student: circle.reports[student].score for student in GRADED}
    assert earned == {
        "honest": 9,
        "partial": 5,  # `put` on JAX arrays and its purity, `adder`
        "hides_tracebacks": 0,
        "own_check": 0,
        "forged": 0,
        "deletes": 9,
        "edits_locked": 7,  # `helper` is the course's again
        "copies": 9,
        "untagged": 9,
        "scripts": 9,
        "as_text": 7,
        "linked": 9,
    }


@pytest.mark.parametrize("student", UNGRADABLE)
def test_what_cannot_be_graded_waits_for_a_person_and_is_no_zero(circle: Circle, student: str) -> None:
    assert circle.reports[student].status == "ungradable"
    with circle.classroom.gradebook() as gradebook:
        grades = gradebook.find_submission_notebook(NOTEBOOK, UNIT, student).grades
        assert [(grade.auto_score, grade.needs_manual_grade) for grade in grades] == [(None, True)] * 4
    assert escape(str(circle.reports[student].reason)) in circle.classroom.feedback(student)
    assert "not graded yet" in circle.classroom.feedback(student)


def test_a_file_is_not_replaced_by_the_released_notebook(circle: Circle) -> None:
    notebook = circle.classroom.autograded("as_text")
    assert "return 3 * x" in "".join(cell_of(notebook, "put-solution")["source"])  # the file is one cell
    assert "is in the cell of `put`" in "".join(cell_of(notebook, "twice-solution")["source"])
    assert "return 3 * x" in circle.classroom.feedback("as_text")


def test_no_student_code_ran_here(circle: Circle) -> None:
    assert "ran_outside" in str(circle.classroom.autograded("hides_tracebacks"))
    assert not list(circle.classroom.root.rglob("ran_outside"))


# --------------------------------------------------------------------------- the autograded notebook


@pytest.mark.parametrize("student", EVERYONE)
def test_every_check_cell_is_there_once_and_nbgrader_reads_its_score(circle: Circle, student: str) -> None:
    import nbformat
    from nbgrader.utils import determine_grade, is_grade

    notebook = nbformat.from_dict(circle.classroom.autograded(student))
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if is_grade(cell)]
    assert [cell.metadata.nbgrader.grade_id for cell in cells] == ["put", "twice", "four_times", "adder"]
    for cell, task in zip(cells, circle.reports[student].tasks, strict=True):
        assert [output.output_type for output in cell.outputs] == ["stream", "display_data", "execute_result"]
        assert cell.outputs[0].name == "stdout"
        assert determine_grade(cell) == (task.score, task.max_score)


@pytest.mark.parametrize("student", EVERYONE)
def test_every_cell_of_the_course_is_as_released(circle: Circle, student: str) -> None:
    released, notebook = circle.classroom.released(), circle.classroom.autograded(student)
    for cell in released["cells"]:
        about = cell["metadata"].get("nbgrader")
        if about:
            found = [
                each
                for each in notebook["cells"]
                if each["metadata"].get("nbgrader", {}).get("grade_id") == about["grade_id"]
            ]
            assert [each["metadata"]["nbgrader"] for each in found] == [about]
            assert about["solution"] or found[0]["source"] == cell["source"]
    ours = {cell["metadata"]["nbgrader"]["grade_id"] for cell in released["cells"] if "nbgrader" in cell["metadata"]}
    theirs = {cell["metadata"]["nbgrader"]["grade_id"] for cell in notebook["cells"] if "nbgrader" in cell["metadata"]}
    assert ours == theirs


def test_what_a_student_changed_in_our_cells_can_still_be_seen(circle: Circle) -> None:
    notebook = circle.classroom.autograded("edits_locked")
    theirs = [
        "".join(cell["source"]) for cell in notebook["cells"] if cell["metadata"].get("jax101") == {"role": "student"}
    ]
    assert any("def helper(x):\n    return 2 * x" in source for source in theirs)


def test_nothing_that_a_student_wrote_runs_in_a_browser(circle: Circle) -> None:
    import nbformat
    from nbconvert.exporters import HTMLExporter

    shown, _ = HTMLExporter(template_name="basic").from_notebook_node(
        nbformat.from_dict(circle.classroom.autograded("scripts"))
    )
    assert "alert(1)" in shown
    assert "<script>alert" not in shown
    assert "<script" not in circle.classroom.feedback("scripts")


# --------------------------------------------------------------------------- feedback, export


def test_feedback_says_what_was_seen_and_keeps_what_is_hidden(circle: Circle) -> None:
    page = circle.classroom.feedback("partial")
    redacted = circle.reports["partial"].for_student()
    hidden = [
        check for task in circle.reports["partial"].tasks for check in task.checks if check.hidden and check.message
    ]
    assert hidden
    for check in hidden:
        assert check.title in page
        assert check.message.split("`")[0] not in page
        assert check.message.splitlines()[0] not in str(circle.classroom.autograded("partial"))
    assert any(check.hint and check.hint.split("`")[0] in page for task in redacted.tasks for check in task.checks)
    assert 'name="viewport"' in page
    assert "5 of 9 points" in page


def test_feedback_draws_a_wrong_answer_beside_the_right_one(circle: Circle) -> None:
    page = circle.classroom.feedback("hides_tracebacks")
    assert page.count("<figure") == 1
    assert 'aria-label="yours [2., 4., 6.]; expected [9., 2., 3.]; 3 of 3 entries differ"' in page
    [card] = [
        out for out in cell_of(circle.classroom.autograded("hides_tracebacks"), "put")["outputs"] if "data" in out
    ][:1]
    assert "<svg" in "".join(card["data"]["text/html"])
    assert not [student for student in ("honest", "partial") if "<figure" in circle.classroom.feedback(student)]


def test_nothing_but_what_belongs_there_is_handed_on(circle: Circle) -> None:
    """A link among the files handed in leads to the hidden checks; nbgrader would copy what it leads to."""
    folders = [circle.classroom.root / step / "linked" / UNIT for step in ("autograded", "feedback")]
    for folder, page in zip(folders, (f"{NOTEBOOK}.ipynb", f"{NOTEBOOK}.html"), strict=True):
        assert sorted(path.name for path in folder.iterdir()) == sorted([SECRET, "timestamp.txt", page])
    assert not [path for path in circle.classroom.root.glob("exercises/*/*") if "BEGIN SOLUTION" in path.read_text()]
    assert not list(circle.classroom.root.glob("autograded/*/*/*.py")) + list(
        circle.classroom.root.glob("exercises/*/work.py")
    )


def test_the_export_is_quoted_and_tells_a_zero_from_no_score(circle: Circle) -> None:
    with (circle.classroom.root / "grades.csv").open(newline="") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert rows["partial"]["score"] == "5.0"
    assert rows["forged"]["score"] == "0.0"
    assert (rows["forged"]["status"], rows["broken"]["status"]) == ("graded", "no score yet")
    assert rows["broken"]["score"] == ""
    assert rows["linked"]["timestamp"] == "2026-01-02 03:04:05"
