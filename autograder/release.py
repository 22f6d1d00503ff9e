"""`solutions/` → `exercises/`: each unit's page as the notebook a student gets, its public checks and its `course.yml`.

Solutions are taken out by nbgrader's own preprocessors, and the notebook carries nbgrader's metadata, so `exercises/`
is nbgrader's release folder.  The same page gives the same bytes.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from autograder.course import dump_unit
from autograder.errors import CourseError, Jax101Error, OutputError, UsageError
from autograder.model import Course, Page, PageCell, Unit
from autograder.pages import BEGIN, HIDDEN, read_page
from autograder.readers.cells import digest
from autograder.readers.source import without_magics

_HEADER = "# Written by `jax101 release` from the course's own files; an edit here is lost at the next release.\n"
_PASSED_BY = {"__pycache__", ".pytest_cache", ".ipynb_checkpoints", ".DS_Store"}  # what programs leave behind
_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


class Difference(NamedTuple):
    """A file, relative to the course's folder, that is not as a release makes it.  A foreign one no release makes."""

    path: Path
    what: Literal["missing", "differs", "foreign"]


def release(course: Course, units: Sequence[str] = (), check: bool = False) -> list[Difference]:
    """Write the exercises of some units (of all, when none is named), or only look (`check`); what differed before.

    Foreign files are named and left alone.  `UsageError` for an unknown unit, `CourseError` for a page or a test file
    that cannot be released, `OutputError` where a file cannot be written.
    """
    known = {unit.id: unit for unit in course.units}
    for name in units:
        if name not in known:
            raise UsageError(f"the course has no unit {name}, it has {', '.join(known)}")
    chosen = [known[name] for name in dict.fromkeys(units)] or list(course.units)
    files = {path: text for unit in chosen for path, text in unit_files(course, unit).items()}
    differences = [
        Difference(path, "differs" if found is not None else "missing")
        for path, text in files.items()
        if (found := _content(course.root / path)) != text.encode()
    ]
    if not check:
        for difference in differences:
            write(course.root / difference.path, files[difference.path])
    return sorted([*differences, *_foreign(course, chosen, files)])


def unit_files(course: Course, unit: Unit) -> dict[Path, str]:
    """What students get of a unit: texts by path, relative to the course's folder; raises as `release` does."""
    folder = Path("exercises", unit.id)
    return {
        folder / f"{unit.notebook}.ipynb": notebook_text(read_page(course, unit), unit),
        folder / f"test_{unit.notebook}.py": _public_checks(course, unit),
        folder / "course.yml": _HEADER + dump_unit(course, unit),
    }


def _public_checks(course: Course, unit: Unit) -> str:
    place = Path("solutions", unit.id, f"test_{unit.notebook}.py")
    try:
        text = (course.root / place).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{place}: cannot be read: {getattr(error, 'strerror', 'not UTF-8 text')}") from None
    for line, words in enumerate(text.split("\n"), 1):
        if "tests/hidden" in words or any(mark in words for mark in (BEGIN, *HIDDEN)):
            raise CourseError(f"{place}: line {line}: students get this file, so nothing hidden may stand in it")
    return text


# --------------------------------------------------------------------------- the notebook


def notebook_text(page: Page, unit: Unit) -> str:
    """The page as the notebook a student gets: nbformat 4.5 JSON, no solutions, no outputs."""
    try:
        import nbformat
        from nbgrader import preprocessors as nbgrader  # type: ignore[import-untyped]
    except ImportError:
        raise Jax101Error("a release needs nbgrader: pip install 'jax101[instructor]'") from None
    notebook: Any = nbformat.from_dict(  # type: ignore[no-untyped-call]
        {
            "cells": [_cell(cell, number, page, unit) for number, cell in enumerate(page.cells, 1)],
            "metadata": {"kernelspec": _KERNEL, "language_info": {"name": "python"}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )
    for step in ("LockCells", "ClearSolutions", "ClearOutput", "CheckCellMetadata", "ComputeChecksums"):
        notebook, _ = getattr(nbgrader, step)().preprocess(notebook, {})
    nbformat.validate(notebook)
    text: str = nbformat.writes(notebook, version=4)  # type: ignore[no-untyped-call]
    if BEGIN in text:
        raise CourseError(f"{unit.id}: a solution would be released")  # nothing fails open
    return text.removesuffix("\n") + "\n"


def _cell(cell: PageCell, number: int, page: Page, unit: Unit) -> dict[str, Any]:
    if cell.role == "markdown":
        return {"cell_type": "markdown", "id": f"text-{number}", "metadata": {}, "source": cell.source}
    name = f"demo-{number}" if cell.role == "demo" else _grade_id(cell, page)
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": _metadata(cell, name, unit),
        "outputs": [],
        "source": cell.source,
    }


def _metadata(cell: PageCell, name: str, unit: Unit) -> dict[str, Any]:
    if cell.role == "demo":  # the digest tells a student's own machine, which has no page, that a demo is untouched
        return {"jax101": {"role": cell.role, "digest": digest(without_magics(cell.source))}}
    nbgrader: dict[str, Any] = {
        "schema_version": 3,
        "grade": cell.role == "check",
        "solution": cell.role == "task",
        "locked": cell.role != "task",
        "task": False,
        "grade_id": name,
    }
    if cell.role == "check" and cell.task:
        nbgrader["points"] = unit.task(cell.task).points
    return {"jax101": {"role": cell.role}, "nbgrader": nbgrader}


def _grade_id(cell: PageCell, page: Page) -> str:
    if cell.role == "provided":
        return f"provided-{[other for other in page.cells if other.role == 'provided'].index(cell) + 1}"
    return f"{cell.task}-solution" if cell.role == "task" else str(cell.task)


# --------------------------------------------------------------------------- files


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _foreign(course: Course, chosen: Iterable[Unit], files: Iterable[Path]) -> list[Difference]:
    """What stands in the units' folders, or where no unit is, that no release writes."""
    ours = set(files)
    exercises = course.root / "exercises"
    names = {unit.id for unit in course.units}
    found = [path for path in _inside(exercises) if path.name not in names]
    found += [path for unit in chosen for path in _inside(exercises / unit.id)]
    relative = (path.relative_to(course.root) for path in found)
    return [Difference(path, "foreign") for path in relative if path not in ours]


def _inside(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name not in _PASSED_BY] if folder.is_dir() else []


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with open(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.chmod(temporary, 0o644)  # mkstemp's files are private, these are for everyone
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from None
