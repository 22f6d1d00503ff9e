"""A second time round: points that changed, what a person decided, and what nbgrader would have let through."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.reports import read
from tests.nbgrader.conftest import ANSWERS, NOTEBOOK, SECRET, UNIT, Classroom, new_classroom, partial, solved

STUDENT = "ada"
BROKEN_GRADER = """
import msgspec
from autograder import batch

def broken(*args, grade=batch.grade_all):
    trouble = {"status": "infrastructure_error", "score": None, "reason": "the zygote is gone"}
    return tuple(msgspec.structs.replace(report, **trouble) for report in grade(*args))

batch.grade_all = broken
"""


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """One student, autograded."""
    classroom = new_classroom(tmp_path_factory.mktemp("nbgrader") / "course")
    classroom.nbgrader("generate_assignment", UNIT)
    classroom.hand_in(STUDENT, partial(classroom.released()))
    classroom.nbgrader("autograde", UNIT)
    return classroom


def points_of_put(classroom: Classroom, points: str) -> None:
    course = classroom.root / "course.yml"
    before, _, rest = course.read_text().partition("title: Put, points: ")
    course.write_text(f"{before}title: Put, points: {points},{rest.partition(',')[2]}")


def test_points_stand_in_course_yml_and_nowhere_else(classroom: Classroom) -> None:
    points_of_put(classroom, "8")
    said = classroom.nbgrader("autograde", UNIT, fails=True)
    assert f"run `nbgrader generate_assignment {UNIT}`" in said
    assert "Traceback" not in said
    assert classroom.scores()[STUDENT]["put"] == 1
    classroom.nbgrader("generate_assignment", UNIT)
    assert "8" in str([cell["metadata"] for cell in classroom.released()["cells"]])
    classroom.nbgrader("autograde", UNIT)  # without --force: the old verdict is not of today
    assert classroom.scores()[STUDENT]["put"] == 2
    assert "Skipping" in classroom.nbgrader("autograde", UNIT)


def test_what_a_person_decided_survives(classroom: Classroom) -> None:
    with classroom.gradebook() as gradebook:
        gradebook.find_grade("adder", NOTEBOOK, UNIT, STUDENT).manual_score = 0.75
        gradebook.find_comment("adder-solution", NOTEBOOK, UNIT, STUDENT).manual_comment = "A good *idea*."
        gradebook.db.commit()
    before = classroom.autograded(STUDENT)
    # `--no-execute` would switch off whatever descends from nbgrader's `Execute`, and with it every verdict.
    classroom.nbgrader("autograde", UNIT, "--force", "--no-execute")
    assert classroom.autograded(STUDENT) == before
    with classroom.gradebook() as gradebook:
        grade = gradebook.find_grade("adder", NOTEBOOK, UNIT, STUDENT)
        assert (grade.auto_score, grade.manual_score, grade.score) == (0, 0.75, 0.75)
        assert grade.needs_manual_grade  # as nbgrader has it: somebody should look whether it still fits
        assert gradebook.find_comment("adder-solution", NOTEBOOK, UNIT, STUDENT).comment == "A good *idea*."
    classroom.nbgrader("generate_feedback", UNIT)
    page = classroom.feedback(STUDENT)
    assert "<em>idea</em>" in page
    assert "0.75 of 1" in page
    assert "The points are your instructor" in page


@pytest.mark.slow
class TestTrouble:
    """Each ends in a sentence, and with what was there before."""

    @pytest.fixture(autouse=True)
    def as_before(self, classroom: Classroom) -> Iterator[None]:
        scores = classroom.scores()
        yield
        assert classroom.scores() == scores

    def test_a_report_in_the_way_is_not_overwritten(self, classroom: Classroom) -> None:
        report = classroom.root / "reports" / STUDENT / f"{UNIT}.json"
        kept = report.read_bytes()
        report.write_text("mine")
        for force in ((), ("--force",)):
            said = classroom.nbgrader("autograde", UNIT, *force, fails=True)
            assert "move it away and grade again" in said
            assert "Traceback" not in said
        assert classroom.autograded(STUDENT)  # the one from before
        report.write_bytes(kept)

    def test_trouble_of_our_own_is_no_score(self, classroom: Classroom) -> None:
        config, autograded = classroom.root / "nbgrader_config.py", classroom.autograded(STUDENT)
        kept = config.read_text()
        config.write_text(kept + BROKEN_GRADER)
        said = classroom.nbgrader("autograde", UNIT, "--force", fails=True)
        assert f"{STUDENT}, {UNIT}: not graded, and no zero: the zygote is gone" in said
        assert "Traceback" not in said
        assert classroom.autograded(STUDENT) == autograded
        config.write_text(kept)

    def test_a_mistake_in_the_course_is_told(self, classroom: Classroom) -> None:
        course = classroom.root / "course.yml"
        kept = course.read_text()
        course.write_text(kept.replace("points: 2", "points: many", 1))
        for command in ("autograde", "generate_assignment"):
            said = classroom.nbgrader(command, UNIT, fails=True)
            assert "course.yml: units[0].tasks[1].points: expected a number" in said
            assert "Traceback" not in said
        assert (classroom.root / "exercises" / UNIT / f"{NOTEBOOK}.ipynb").exists()
        course.write_text(kept)

    def test_a_unit_or_student_that_is_not_there_is_told(self, classroom: Classroom) -> None:
        assert "the course has no unit 'nothing'" in classroom.nbgrader("autograde", "nothing", fails=True)
        assert "nothing was handed in" in classroom.nbgrader("autograde", UNIT, "--student", "nobody", fails=True)
        assert "the course has no unit 'nothing'" in classroom.nbgrader("generate_assignment", "nothing", fails=True)

    def test_a_wall_that_is_asked_for_and_not_there_is_told(self, classroom: Classroom) -> None:
        config = classroom.root / "nbgrader_config.py"
        kept = config.read_text()
        config.write_text(f"{kept}\nc.Autograde.require_tier = 'glass'\n")
        assert "glass" in classroom.nbgrader("autograde", UNIT, "--force", fails=True)
        config.write_text(kept)

    def test_without_us_nbgrader_does_not_go_on_alone(self, classroom: Classroom, tmp_path: Path) -> None:
        (tmp_path / "autograder").mkdir()
        (tmp_path / "autograder" / "__init__.py").write_text("raise ImportError('no such thing')")
        said = classroom.nbgrader("autograde", UNIT, "--force", fails=True, PYTHONPATH=str(tmp_path))
        assert "nbgrader_config.py: no such thing" in said

    def test_cells_that_came_are_told_while_there_are_submissions(self, classroom: Classroom) -> None:
        page = classroom.root / "solutions" / UNIT / f"{NOTEBOOK}.py"
        kept = page.read_text()
        page.write_text(f'{kept}\n# %% role="provided"\nmore = 1\n')
        said = classroom.nbgrader("generate_assignment", UNIT, fails=True)
        assert "provided-2" in said
        assert "Traceback" not in said
        page.write_text(kept)

    def test_a_notebook_that_someone_else_autograded_gives_no_feedback(self, classroom: Classroom) -> None:
        place = classroom.root / "autograded" / STUDENT / UNIT / f"{NOTEBOOK}.ipynb"
        kept = place.read_bytes()
        place.chmod(0o644)
        place.write_text(json.dumps({**json.loads(kept), "metadata": {}}))
        assert "was not autograded by jax101" in classroom.nbgrader("generate_feedback", UNIT, fails=True)
        place.write_bytes(kept)


@pytest.mark.slow
def test_a_submission_that_changed_is_graded_again(classroom: Classroom) -> None:
    folder = classroom.hand_in(STUDENT, solved(classroom.released(), **ANSWERS))
    classroom.nbgrader("autograde", UNIT)
    with classroom.gradebook() as gradebook:  # the points may have been changed by a test before this one
        full = {cell.name: cell.max_score for cell in gradebook.find_notebook(NOTEBOOK, UNIT).grade_cells}
    assert classroom.scores()[STUDENT] == full
    (folder / f"{NOTEBOOK}.ipynb").unlink()
    classroom.nbgrader("autograde", UNIT)  # an empty folder is no zero
    assert set(classroom.scores()[STUDENT].values()) == {None}


@pytest.mark.slow
def test_what_stands_in_a_folder_s_place_is_ungradable_and_not_followed(classroom: Classroom) -> None:
    submitted = classroom.root / "submitted"
    own = classroom.hand_in(STUDENT, solved(classroom.released(), **ANSWERS))
    (own / SECRET).write_text("a secret")
    for student in ("a_link", "a_file"):
        (submitted / student).mkdir()
    (submitted / "a_link" / UNIT).symlink_to(own)
    (submitted / "a_file" / UNIT).write_text("x = 1")
    classroom.nbgrader("autograde", UNIT)
    by_the_other_way = classroom.grade()
    for student, said in (("a_link", "is a symbolic link"), ("a_file", "is neither a notebook nor a Python file")):
        report = read(classroom.root / "reports" / student / f"{UNIT}.json")
        assert said in str(report.reason)
        assert report == by_the_other_way[student]
        assert set(classroom.scores()[student].values()) == {None}
        place = classroom.root / "autograded" / student / UNIT
        assert sorted(path.name for path in place.iterdir()) == [SECRET, "timestamp.txt", f"{NOTEBOOK}.ipynb"]
        assert (place / SECRET).read_text() != "a secret"


@pytest.mark.slow
def test_half_a_character_in_a_python_file_does_not_keep_it_out_of_the_gradebook(classroom: Classroom) -> None:
    classroom.hand_in("eve", b"# coding: utf-7\nx = '+2AA-'\n", f"{NOTEBOOK}.py")
    classroom.nbgrader("autograde", UNIT)
    assert set(classroom.scores()["eve"].values()) == {None}
    assert "is not Python text" in str(classroom.autograded("eve"))
