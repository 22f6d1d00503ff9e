"""What a bare `pytest` checks: the unit's file beside the test, or the course's solution for hidden checks."""

from __future__ import annotations

import functools
from pathlib import Path

from autograder.checking.local import load_program
from autograder.checking.submission import Submission
from autograder.course import find_course
from autograder.errors import UsageError
from autograder.model import Course, Unit
from autograder.readers import Found, program, read


def submission_beside(test_file: Path) -> Submission:
    """The submission for a test file: loaded once, checked many times."""
    return _load(test_file.parent)


@functools.lru_cache(maxsize=8)
def _load(folder: Path) -> Submission:
    course = find_course(folder)
    unit = _unit_of(course, folder)
    if folder.is_relative_to(course.root / "tests"):
        folder = course.root / "solutions" / unit.id
    submission = read(Found(student="you", unit=unit.id, path=_own_file(folder, unit)), course)
    if submission.problem:
        raise UsageError(submission.problem)
    return Submission(load_program(program(submission, unit, None), unit.limits))


def _unit_of(course: Course, folder: Path) -> Unit:
    for unit in course.units:
        if unit.id == folder.name:
            return unit
    raise UsageError(f"{folder.name} is no unit of {course.title}; run pytest in a unit's folder.")


def _own_file(folder: Path, unit: Unit) -> Path:
    found = [path for suffix in (".ipynb", ".py") if (path := folder / f"{unit.notebook}{suffix}").is_file()]
    if len(found) != 1:
        names = f"{unit.notebook}.ipynb or {unit.notebook}.py"
        raise UsageError(f"{folder} should hold one of {names}; it holds {len(found)} of them.")
    return found[0]
