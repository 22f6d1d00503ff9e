"""`course.yml` → `Course`, and units of it back to a `course.yml` for students.

Every mistake is said, with its place: `course.yml: units[1].tasks[0].points: expected a number`.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec
import yaml

from autograder.document import ABSENT, Node, read_document
from autograder.errors import CourseError, UsageError
from autograder.model import Course, Limits, Task, Unit

FILE_NAME = "course.yml"
FORMAT_VERSION = 1

_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_SAFE_NAME_WORDS = "a name of at most 64 letters, digits, _ and -"
_TASK_ID = re.compile(
    r"[A-Za-z_][A-Za-z0-9_]{0,49}"
)  # a notebook's cell ids and nbgrader's are ASCII; the former, short
_LIMIT_TYPES = {field.name: field.type for field in msgspec.structs.fields(Limits)}


def find_course(start: Path, explicit: Path | None = None) -> Course:
    """The course of `--course` (its folder, or the file itself), else the nearest `course.yml` at or above `start`.

    `UsageError` where there is none, `CourseError` where it holds mistakes.
    """
    if explicit is not None:
        path = explicit if explicit.name == FILE_NAME else explicit / FILE_NAME
        if not path.is_file():
            raise UsageError(f"{explicit} is not a course folder: there is no {FILE_NAME} in it")
        return load_course(path)
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return load_course(folder / FILE_NAME)
    raise UsageError(f"no {FILE_NAME} in {start} or above it: go to the course's folder, or name it with --course DIR")


def load_course(path: Path) -> Course:
    """The course that a file describes; `CourseError` lists all of its mistakes, one a line."""
    document = read_document(path)
    course = _course(document, path.absolute().parent)
    if document.mistakes:
        raise CourseError("\n".join(f"{path.name}: {mistake}" for mistake in document.mistakes))
    return course


def _course(document: Node, root: Path) -> Course:
    fields = document.keys(("format_version", "title", "languages", "units"), ("salt", "limits"))
    version = fields["format_version"]
    if version.value is not ABSENT and (type(version.value) is not int or version.value != FORMAT_VERSION):
        version.wrong(f"expected {FORMAT_VERSION}, the only version there is so far")
    limits = _limits(fields["limits"], Limits())
    return Course(
        root=root,
        title=fields["title"].text(),
        languages=tuple(language.text() for language in fields["languages"].items("language")),
        salt="" if fields["salt"].value == "" else fields["salt"].text(),
        units=tuple(_unit(unit, limits) for unit in fields["units"].items("unit")),
    )


def _unit(node: Node, inherited: Limits) -> Unit:
    fields = node.keys(("id", "title", "notebook", "tasks"), ("limits",))
    limits = _limits(fields["limits"], inherited)
    return Unit(
        id=fields["id"].unique_name("unit", _SAFE_NAME, _SAFE_NAME_WORDS),
        title=fields["title"].text(),
        notebook=fields["notebook"].text(_SAFE_NAME, _SAFE_NAME_WORDS),
        tasks=tuple(_task(task, limits) for task in fields["tasks"].items("task")),
        limits=limits,
    )


def _task(node: Node, inherited: Limits) -> Task:
    fields = node.keys(("id", "title", "points", "hints"), ("limits",))
    task_id = fields["id"].unique_name("task", _TASK_ID, "the name of a Python function")
    if keyword.iskeyword(task_id):
        fields["id"].wrong(f"expected the name of a Python function, and `{task_id}` is a word of Python's own")
    return Task(
        id=task_id,
        title=fields["title"].text(),
        points=float(fields["points"].number()),
        hints=tuple(hint.text() for hint in fields["hints"].items("hint")),
        limits=_limits(fields["limits"], inherited),
    )


def _limits(node: Node, inherited: Limits) -> Limits:
    """The inherited limits, overridden by what is written here."""
    if node.value is ABSENT:
        return inherited
    own = {
        name: limit.number(whole=_LIMIT_TYPES[name] is int, positive=True)
        for name, limit in node.keys((), _LIMIT_TYPES).items()
        if limit.value is not ABSENT
    }
    return msgspec.structs.replace(inherited, **own)


def dump_unit(course: Course, unit: Unit) -> str:
    """A `course.yml` of one unit, for the folder that students get."""
    return dump_units(course, [unit])


def dump_units(course: Course, units: Iterable[Unit]) -> str:
    """A `course.yml` of some units, for students: titles, points, hints and limits, but no salt."""
    document = {
        "format_version": FORMAT_VERSION,
        "title": course.title,
        "languages": list(course.languages),
        "units": [_dump_unit(unit) for unit in units],
    }
    text: str = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=110)
    return text


def _dump_unit(unit: Unit) -> dict[str, object]:
    tasks = [
        {
            "id": task.id,
            "title": task.title,
            "points": int(task.points) if task.points.is_integer() else task.points,
            "hints": list(task.hints),
            **_dump_limits(task.limits, unit.limits),
        }
        for task in unit.tasks
    ]
    page = {"id": unit.id, "title": unit.title, "notebook": unit.notebook, **_dump_limits(unit.limits, Limits())}
    return {**page, "tasks": tasks}


def _dump_limits(limits: Limits, inherited: Limits) -> dict[str, dict[str, float]]:
    ours, theirs = msgspec.structs.asdict(limits), msgspec.structs.asdict(inherited)
    own = {name: value for name, value in ours.items() if value != theirs[name]}
    return {"limits": own} if own else {}
