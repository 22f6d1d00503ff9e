"""`jax101 start`: the course's exercises in a folder of a student's own, and never over what is there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from autograder.course import load_course
from autograder.errors import CourseError, OutputError, UsageError
from autograder.model import Course
from autograder.pages import read_page
from autograder.readers import Found, program, read
from autograder.student.start import start
from autograder.student.terminal import check
from autograder.student.wanted import Wanted

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def real() -> Course:
    return load_course(ROOT / "course.yml")


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_every_unit_gets_its_page_its_checks_and_its_hints(real: Course, tmp_path: Path) -> None:
    begun = start(real, tmp_path / "work")
    assert [unit.title for unit in begun] == [unit.title for unit in real.units]
    expected = {"course.yml"}
    for unit in real.units:
        expected |= {
            f"{unit.id}/{name}" for name in (f"{unit.notebook}.ipynb", f"test_{unit.notebook}.py", "course.yml")
        }
    assert files(tmp_path / "work") == expected
    for path in expected - {"course.yml"}:
        assert (tmp_path / "work" / path).read_bytes() == (ROOT / "exercises" / path).read_bytes()


def test_nothing_that_is_secret_comes_along(real: Course, tmp_path: Path) -> None:
    start(real, tmp_path / "work", "py")
    copied = load_course(tmp_path / "work" / "course.yml")
    assert real.salt
    assert copied.salt == ""
    assert copied.units == real.units
    for path in (tmp_path / "work").rglob("*.py"):
        assert "SOLUTION" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", range(5))
def test_a_python_page_holds_the_same_cells_as_the_notebook(real: Course, number: int, tmp_path: Path) -> None:
    unit = real.units[number]
    page = start(real, tmp_path / "py", "py")[number].page
    notebook = start(real, tmp_path / "ipynb")[number].page

    def cells(path: Path) -> Any:
        return program(read(Found(student="you", unit=unit.id, path=path), real), unit, None)

    mine, theirs = cells(page), cells(notebook)
    assert [cell.source.split() for cell in mine.cells] == [cell.source.split() for cell in theirs.cells]
    assert mine.skipped == theirs.skipped
    assert mine.notes == theirs.notes
    text = page.read_text(encoding="utf-8")
    for task in unit.tasks:
        assert f'# %% task="{task.id}"' in text
        assert f'check("{task.id}")' in text


@pytest.mark.slow
@pytest.mark.parametrize("form", ["ipynb", "py"])
def test_a_fresh_copy_is_checked_as_not_attempted_wherever_it_lies(real: Course, form: Any, tmp_path: Path) -> None:
    begun = start(real, tmp_path / "work", form)
    result = check(Wanted(tmp_path / "work"))
    assert result.problems == ()
    assert result.text.count("not attempted yet") == sum(len(unit.tasks) for unit in real.units)
    assert check(Wanted(begun[1].page)).text.startswith("02_grad · ")


def test_a_solution_written_into_a_python_page_passes(real: Course, tmp_path: Path) -> None:
    page = start(real, tmp_path / "work", "py")[1].page
    solution = next(cell.source for cell in read_page(real, real.units[1]).cells if cell.task == "grad_both")
    head, mark, tail = page.read_text(encoding="utf-8").partition('# %% task="grad_both"\n')
    page.write_text(f"{head}{mark}{solution}\n\n# %%{tail.partition('# %%')[2]}", encoding="utf-8")
    assert check(Wanted(page, task="grad_both")).passed


def test_work_that_is_there_is_never_overwritten(real: Course, tmp_path: Path) -> None:
    work = tmp_path / "work"
    begun = start(real, work)
    begun[3].page.write_text("mine", encoding="utf-8")
    before = files(work)
    for form in ("ipynb", "py"):
        with pytest.raises(UsageError, match=r"01_arrays is there already, and nothing is overwritten: .* start .*-2`"):
            start(real, work, form)  # type: ignore[arg-type]
    assert files(work) == before
    assert begun[3].page.read_text(encoding="utf-8") == "mine"


def test_one_unit_in_the_way_and_nothing_is_written(real: Course, tmp_path: Path) -> None:
    (tmp_path / "05_train").mkdir()
    (tmp_path / "01_arrays").mkdir()  # empty: not in the way
    (tmp_path / "05_train" / "train.py").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="05_train is there already"):
        start(real, tmp_path)
    assert files(tmp_path) == {"05_train/train.py"}


def test_a_link_that_leads_nowhere_is_not_written_through(real: Course, tmp_path: Path) -> None:
    os.symlink(tmp_path / "elsewhere", tmp_path / "02_grad")
    with pytest.raises(UsageError, match="02_grad is there already"):
        start(real, tmp_path)


def test_the_course_s_own_index_is_safe(real: Course, tmp_path: Path) -> None:
    (tmp_path / "course.yml").write_text("theirs", encoding="utf-8")
    with pytest.raises(UsageError, match=r"course\.yml is there already"):
        start(real, tmp_path)


def test_a_file_in_place_of_the_folder(real: Course, tmp_path: Path) -> None:
    (tmp_path / "work").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="work is a file: name a folder"):
        start(real, tmp_path / "work")
    with pytest.raises(OutputError, match="cannot be written: Not a directory"):
        start(real, tmp_path / "work" / "here")


def test_a_released_unit_alone_can_be_begun_anew(tmp_path: Path) -> None:
    unit = shutil.copytree(ROOT / "exercises" / "02_grad", tmp_path / "downloads")
    (begun,) = start(load_course(unit / "course.yml"), tmp_path / "again", "py")
    assert begun.page == tmp_path / "again" / "02_grad" / "grad.py"


def test_a_course_without_exercises_says_so(small_course: Course, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"there is no first\.ipynb to copy in .*run `jax101 release`\."):
        start(small_course, tmp_path / "work")
