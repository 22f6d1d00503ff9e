"""`jax101 start`: a fresh copy of the exercises to work in, as notebooks or as Python files.

Nothing that is there is ever overwritten: where one part of it is in the way, nothing at all is written.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any, Literal, NamedTuple

from autograder.course import FILE_NAME, dump_units
from autograder.errors import CourseError, Jax101Error, OutputError, UsageError
from autograder.model import Course, Unit

Format = Literal["ipynb", "py"]

_HEADER = "# Written by `jax101 start`: the titles, points and hints of the units in this folder.\n"


class Started(NamedTuple):
    """A unit's new page, and its title."""

    page: Path
    title: str


def start(course: Course, folder: Path, form: Format = "ipynb") -> list[Started]:
    """Lay out every unit's page, public checks and `course.yml` in `folder`.

    `UsageError` where work is there already, `CourseError` where the course has no exercises to copy.
    """
    originals = {unit.id: _original(course, unit) for unit in course.units}
    _refuse_to_overwrite(folder, course)
    try:
        begun = [_lay_out(originals[unit.id], unit, folder / unit.id, form) for unit in course.units]
        with open(folder / FILE_NAME, "x", encoding="utf-8") as file:  # so that all of it can be checked at once
            file.write(_HEADER + dump_units(course, course.units))
    except OSError as error:
        raise OutputError(f"{error.filename or folder} cannot be written: {error.strerror}") from None
    return begun


def _original(course: Course, unit: Unit) -> Path:
    """The folder with a unit's exercises: in the course's own folder, or a released unit that stands alone."""
    for folder in (course.root / "exercises" / unit.id, course.root):
        if (folder / f"{unit.notebook}.ipynb").is_file():
            return folder
    raise CourseError(
        f"there is no {unit.notebook}.ipynb to copy in {course.root / 'exercises' / unit.id}: "
        "fetch the course anew, or, as its instructor, run `jax101 release`."
    )


def _refuse_to_overwrite(folder: Path, course: Course) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file: name a folder, or one that is to be made")
    for place in (*(folder / unit.id for unit in course.units), folder / FILE_NAME):
        if place.is_dir() and not any(place.iterdir()):
            continue
        if os.path.lexists(place):
            raise UsageError(
                f"{place} is there already, and nothing is overwritten: name another folder, "
                f"as in `jax101 start {folder.absolute()}-2`"
            )


def _lay_out(original: Path, unit: Unit, folder: Path, form: Format) -> Started:
    notebook = original / f"{unit.notebook}.ipynb"
    page = folder / f"{unit.notebook}.{form}"
    content = notebook.read_bytes() if form == "ipynb" else python_text(notebook).encode()
    folder.mkdir(parents=True, exist_ok=True)
    for name in (f"test_{unit.notebook}.py", FILE_NAME):
        shutil.copyfile(original / name, folder / name)
    with open(page, "xb") as file:  # x: not even a file of this very moment
        file.write(content)
    return Started(page, unit.title)


# --------------------------------------------------------------------------- a notebook as a Python file


def python_text(notebook: Path) -> str:
    """A released notebook as text for an editor: cells begin with `# %%`, and say what they are where that matters."""
    try:
        import jupytext  # type: ignore[import-untyped]
    except ImportError:
        raise Jax101Error("`--format py` needs Jupytext: pip install jupytext") from None
    page: Any = jupytext.read(notebook)
    for cell in page.cells:
        cell.metadata = _options(cell.metadata)
    page.metadata = {"jupytext": {"notebook_metadata_filter": "-all"}}
    text: str = jupytext.writes(page, fmt="py:percent")
    return text


def _options(metadata: Any) -> dict[str, str]:
    """What our reader wants to know of a cell, in the words that a page of the course uses."""
    ours, grade_id = metadata.get("jax101", {}), metadata.get("nbgrader", {}).get("grade_id", "")
    match ours.get("role"):
        case "task":
            return {"task": grade_id.removesuffix("-solution")}
        case "provided":
            return {"role": "provided"}
        case "demo":
            return {"digest": ours["digest"]}
    return {}
