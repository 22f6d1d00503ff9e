"""What students get: notebooks that nbgrader accepts, without a trace of a solution, the same at every release."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.course import load_course
from autograder.errors import CourseError, OutputError, UsageError
from autograder.model import Course
from autograder.pages import stub
from autograder.release import Difference, release

Edit = Callable[[str, str, str], None]
nbformat = pytest.importorskip("nbformat")
pytest.importorskip("nbgrader")


@pytest.fixture
def exercises(small_course: Course) -> Path:
    release(small_course)
    return small_course.root / "exercises"


def notebook(exercises: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((exercises / "01_first/first.ipynb").read_bytes())
    return document


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_release_is_a_notebook_its_public_checks_and_its_course_file_for_each_unit(small_course: Course) -> None:
    changed = release(small_course)
    assert list(files(small_course.root / "exercises")) == [
        "01_first/course.yml",
        "01_first/first.ipynb",
        "01_first/test_first.py",
        "02_second/course.yml",
        "02_second/second.ipynb",
        "02_second/test_second.py",
    ]
    assert {difference.what for difference in changed} == {"missing"}
    assert len(changed) == 6


def test_a_second_release_changes_nothing(small_course: Course, exercises: Path) -> None:
    before, touched = files(exercises), (exercises / "01_first/first.ipynb").stat().st_mtime_ns
    assert release(small_course) == []
    assert files(exercises) == before
    assert (exercises / "01_first/first.ipynb").stat().st_mtime_ns == touched


def test_the_same_pages_give_the_same_bytes_anywhere(small_course: Course, exercises: Path) -> None:
    before = files(exercises)
    for file in exercises.rglob("*.*"):
        file.unlink()
    release(small_course)
    assert files(exercises) == before


def test_one_unit_can_be_released_alone(small_course: Course) -> None:
    release(small_course, ["02_second"])
    assert {path.split("/")[0] for path in files(small_course.root / "exercises")} == {"02_second"}


# --------------------------------------------------------------------------- the notebook


def test_the_notebook_is_valid_for_jupyter_and_for_nbgrader(exercises: Path) -> None:
    from nbgrader.nbgraderformat import MetadataValidator
    from nbgrader.utils import compute_checksum

    for path in exercises.rglob("*.ipynb"):
        document = nbformat.read(path, as_version=nbformat.NO_CONVERT)
        nbformat.validate(document)
        assert (document.nbformat, document.nbformat_minor) == (4, 5)
        MetadataValidator().validate_nb(document)
        for cell in document.cells:
            if "nbgrader" in cell.metadata:
                assert cell.metadata.nbgrader.checksum == compute_checksum(cell)


def test_nbgrader_s_own_release_would_change_nothing_but_the_text_it_manages(exercises: Path) -> None:
    from nbgrader import preprocessors

    document = nbformat.read(exercises / "01_first/first.ipynb", as_version=4)
    before = nbformat.writes(document)
    for step in ("LockCells", "ClearOutput", "CheckCellMetadata", "ComputeChecksums", "ClearHiddenTests"):
        document, _ = getattr(preprocessors, step)().preprocess(document, {})
    assert nbformat.writes(document) == before


def test_every_cell_carries_what_nbgrader_needs(exercises: Path) -> None:
    by_id = {cell["id"]: cell["metadata"] for cell in notebook(exercises)["cells"]}
    assert list(by_id) == [
        "text-1", "provided-1", "demo-3", "double-solution", "double", "text-6", "total-solution", "total",
    ]  # fmt: skip
    told = {name: metadata["nbgrader"] for name, metadata in by_id.items() if "nbgrader" in metadata}
    for name, metadata in told.items():
        assert metadata.pop("checksum")
        assert metadata == {
            "schema_version": 3,
            "cell_type": "code",
            "grade_id": name,
            "grade": name in ("double", "total"),
            "solution": name.endswith("-solution"),
            "locked": not name.endswith("-solution"),
            "task": False,
            **({"points": {"double": 2.0, "total": 1.5}[name]} if name in ("double", "total") else {}),
        }
    assert len(told) == 5
    assert by_id["double"]["editable"] is False
    assert "editable" not in by_id["double-solution"]


def test_points_come_from_the_course_file(small_course: Course, edit: Edit, exercises: Path) -> None:
    edit("course.yml", "points: 1.5", "points: 4")
    changed = release(load_course(small_course.root / "course.yml"))
    assert [str(difference.path) for difference in changed] == [
        "exercises/01_first/course.yml",
        "exercises/01_first/first.ipynb",
    ]
    assert [
        cell["metadata"]["nbgrader"]["points"] for cell in notebook(exercises)["cells"] if cell["id"] == "total"
    ] == [4]


def test_no_solution_no_salt_and_no_output_leaves_the_house(exercises: Path) -> None:
    everything = b"\n".join(files(exercises).values()).decode()
    for secret in ("SOLUTION", "secret", "result += value", "x / 2", "not for students", "salt"):
        assert secret not in everything
    for cell in notebook(exercises)["cells"]:
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None


def test_task_cells_hold_the_stub_that_the_reader_knows(small_course: Course, exercises: Path) -> None:
    from autograder.pages import read_page

    page = read_page(small_course, small_course.units[0])
    released = [cell["source"] for cell in notebook(exercises)["cells"] if cell["id"].endswith("-solution")]
    assert ["".join(source) for source in released] == [stub(cell.source) for cell in page.cells if cell.role == "task"]


def test_everything_else_is_as_its_author_wrote_it(exercises: Path) -> None:
    sources = ["".join(cell["source"]) for cell in notebook(exercises)["cells"]]
    assert sources[0] == "# First steps\n\nTwo tasks."
    assert sources[2].startswith("%matplotlib inline\n")
    assert sources[4] == 'check("double")'


def test_a_student_s_course_file_is_the_unit_s(small_course: Course, exercises: Path) -> None:
    assert load_course(exercises / "01_first/course.yml").units == (small_course.units[0],)


# --------------------------------------------------------------------------- --check


def test_a_check_of_an_up_to_date_release_finds_nothing(small_course: Course, exercises: Path) -> None:
    assert release(small_course, check=True) == []


def test_a_check_writes_nothing(small_course: Course) -> None:
    assert len(release(small_course, check=True)) == 6
    assert not (small_course.root / "exercises").exists()


def test_a_check_names_what_is_missing_what_differs_and_what_is_foreign(small_course: Course, exercises: Path) -> None:
    (exercises / "01_first/course.yml").unlink()
    with (exercises / "01_first/first.ipynb").open("a") as file:
        file.write(" ")
    (exercises / "01_first/solution.py").touch()
    (exercises / "02_second/old").mkdir()
    (exercises / "00_gone").mkdir()
    (exercises / "01_first/__pycache__").mkdir()
    expected = [
        Difference(Path("exercises/00_gone"), "foreign"),
        Difference(Path("exercises/01_first/course.yml"), "missing"),
        Difference(Path("exercises/01_first/first.ipynb"), "differs"),
        Difference(Path("exercises/01_first/solution.py"), "foreign"),
        Difference(Path("exercises/02_second/old"), "foreign"),
    ]
    assert release(small_course, check=True) == expected
    assert release(small_course) == expected
    assert [difference.what for difference in release(small_course, check=True)] == ["foreign"] * 3
    assert (exercises / "01_first/solution.py").exists()


def test_a_check_sees_a_change_of_the_page(small_course: Course, exercises: Path, edit: Edit) -> None:
    edit("solutions/01_first/first.py", "Two tasks", "Three tasks")
    assert release(small_course, check=True) == [Difference(Path("exercises/01_first/first.ipynb"), "differs")]


def test_a_check_does_not_see_a_change_of_a_solution(small_course: Course, exercises: Path, edit: Edit) -> None:
    edit("solutions/01_first/first.py", "secret = 2", "secret = 1 + 1")
    assert release(small_course, check=True) == []


# --------------------------------------------------------------------------- what goes wrong


def test_an_unknown_unit_is_wrong_usage(small_course: Course) -> None:
    with pytest.raises(UsageError, match="the course has no unit 99_none, it has 01_first, 02_second"):
        release(small_course, ["99_none"])


@pytest.mark.parametrize("line", ["### BEGIN SOLUTION", "### BEGIN HIDDEN TESTS", "HIDDEN = 'tests/hidden/01_first'"])
def test_public_checks_with_something_hidden_in_them_are_not_released(small_course: Course, line: str) -> None:
    (small_course.root / "solutions/01_first/test_first.py").write_text(f"x = 1\n{line}\n")
    with pytest.raises(CourseError, match=r"test_first\.py: line 2: students get this file"):
        release(small_course)
    assert not (small_course.root / "exercises").exists()


def test_missing_public_checks_are_said(small_course: Course) -> None:
    (small_course.root / "solutions/01_first/test_first.py").unlink()
    with pytest.raises(CourseError, match=r"solutions/01_first/test_first\.py: cannot be read: No such file"):
        release(small_course)


def test_a_mistake_in_a_page_is_said_before_anything_is_written(small_course: Course, edit: Edit) -> None:
    edit("solutions/02_second/second.py", 'check("half")', "")
    with pytest.raises(CourseError, match="no check cell for `half`"):
        release(small_course)
    assert not (small_course.root / "exercises").exists()


def test_a_place_that_cannot_be_written_is_said(small_course: Course) -> None:
    (small_course.root / "exercises").write_text("a file")
    with pytest.raises(OutputError, match="cannot be written"):
        release(small_course)


def test_released_files_can_be_read_by_everyone(exercises: Path) -> None:
    for path in exercises.rglob("*.*"):
        assert os.stat(path).st_mode & 0o777 == 0o644
