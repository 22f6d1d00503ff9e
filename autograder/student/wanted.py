"""What a student asks to have checked, and the form of the answer.  Loads no JAX."""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import NamedTuple

from autograder.course import find_course
from autograder.errors import UsageError
from autograder.model import Course, Task, Unit
from autograder.readers import Found, discover
from autograder.text import one_line


class Wanted(NamedTuple):
    """What to check: a file or folder, and which unit, task and course where that does not say it.

    `saved`: only the units these files belong to, if they belong to some and not to others.
    """

    path: Path
    unit: str | None = None
    task: str | None = None
    course: Path | None = None
    saved: frozenset[Path] = frozenset()


class Result(NamedTuple):
    """The cards, whether all checks passed, and what could not be checked at all."""

    text: str
    passed: bool
    problems: tuple[str, ...]


def find(wanted: Wanted) -> tuple[Course, list[Found]]:
    """The course and the submissions; a unit that is the only one, or the wanted task's, need not be said."""
    path = wanted.path
    if not os.path.lexists(path):
        raise UsageError(f"there is no file or folder {one_line(str(path))}")
    start = path if path.is_dir() else path.parent
    course = find_course(start, wanted.course)
    unit = wanted.unit or (find_task(wanted.task, course)[0].id if wanted.task else None)
    if unit is None and len(course.units) == 1:
        unit = course.units[0].id
    student = "you" if not path.is_dir() or path.resolve().name == unit else None
    found = discover([path], course, unit=unit, student=student, own=True)
    units = {unit.id for unit in course.units}
    return course, [item for item in found if item.unit in units] or found  # a student's other files are theirs


def touched(found: list[Found], saved: frozenset[Path]) -> list[Found]:
    """Those beside which a file was saved; all of them where that cannot be said of every saved file."""
    folders = {file.absolute().parent for file in saved}
    places = [item.path.absolute().parent if item.path else None for item in found]
    if not folders or not folders <= set(places):
        return found
    return [item for item, place in zip(found, places, strict=True) if place in folders]


def find_task(name: str, course: Course) -> tuple[Unit, Task]:
    """The task of that name, and its unit; `UsageError` names the ones there are."""
    tasks = {task.id: (unit, task) for unit in course.units for task in unit.tasks}
    if name in tasks:
        return tasks[name]
    near = difflib.get_close_matches(name, tasks, n=1)
    known = f"did you mean {near[0]}?" if near else f"the tasks here are {', '.join(tasks)}."
    raise UsageError(f"there is no task {name}: {known}")
