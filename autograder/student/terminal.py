"""`jax101 check`: the public checks of a file or folder, in this process, once or on every save."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from autograder.checking.local import load_program
from autograder.course import find_course
from autograder.errors import Jax101Error, NotASubmission, UsageError
from autograder.model import Course
from autograder.readers import Found, discover, program, read
from autograder.student.cards import as_text
from autograder.student.session import find_task, run_public, stoppable
from autograder.text import one_line

_WIDEST = 110  # columns that read well
_SAVED = (".py", ".ipynb", ".zip", ".yml")


class Wanted(NamedTuple):
    """What to check: a file or folder, and which unit, task and course where that does not say it."""

    path: Path
    unit: str | None = None
    task: str | None = None
    course: Path | None = None


class Result(NamedTuple):
    """The cards, whether all checks passed, and what could not be checked at all."""

    text: str
    passed: bool
    problems: tuple[str, ...]


def check(wanted: Wanted) -> Result:
    """Run the public checks of everything that is wanted.  `UsageError` when there is nothing of the kind."""
    course, found = _find(wanted)
    # A plot in a student's file draws off-screen: a window would wait for someone to close it.
    os.environ["MPLBACKEND"] = "Agg"
    texts, problems, passed = [], [], True
    for item in found:
        try:
            text, fine = _check_one(item, wanted.task, course)
        except NotASubmission as reason:
            problems.append(f"{item.unit}: {reason}")
        else:
            texts.append(text)
            passed = passed and fine
    return Result("\n\n".join(texts), passed, tuple(problems))


def watch(wanted: Wanted, say: Callable[[str], object]) -> None:
    """Check now and after every save, until Ctrl-C.  `UsageError` when there is nothing to watch."""
    from watchfiles import watch as changes

    _find(wanted)
    folder = wanted.path if wanted.path.is_dir() else wanted.path.parent
    first = True
    try:
        # Watching begins before the first check, which takes seconds in which a student may save.
        for saved in changes(
            folder,
            watch_filter=lambda _, file: _is_work(Path(file)),
            rust_timeout=200,
            yield_on_timeout=True,
        ):
            if first or saved:
                _say_verdict(wanted, say)
            first = False
    except KeyboardInterrupt:
        return


def _say_verdict(wanted: Wanted, say: Callable[[str], object]) -> None:
    try:
        result = check(wanted)
    except Jax101Error as error:  # a file that is being saved, a course.yml that is being edited
        result = Result("", False, tuple(str(error).splitlines()))
    for text in (result.text, *(f"jax101: {problem}" for problem in result.problems)):
        if text:
            say(text)
    say("— watching: save to check again, Ctrl-C to stop —")


def _is_work(file: Path) -> bool:
    """Whether a change of this file is a save, and not what editors and Python leave behind."""
    return file.suffix.lower() in _SAVED and not any(part.startswith((".", "__")) for part in file.parts[-2:])


def _find(wanted: Wanted) -> tuple[Course, list[Found]]:
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
    found = discover([path], course, unit=unit, student=student)
    units = {unit.id for unit in course.units}
    return course, [item for item in found if item.unit in units] or found  # a student's other files are theirs


def _check_one(item: Found, task: str | None, course: Course) -> tuple[str, bool]:
    submission = read(item, course)
    unit = next((unit for unit in course.units if unit.id == item.unit), None)
    if unit is None:
        raise NotASubmission(submission.problem or "is no unit of the course")
    own = program(submission, unit, None)
    with stoppable() as stop:
        tasks = run_public(course, unit, load_program(own, unit.limits), stop, task)
    width = min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)
    notes = [*own.notes, *(f"`{name}`: {reason}." for name, reason in own.skipped.items())]
    lines = [f"{item.unit} · {_shown(item.path)}", *(f"note: {note}" for note in notes), as_text(tasks, width)]
    return "\n".join(lines), all(each.passed for each in tasks)


def _shown(path: Path | None) -> str:
    if path is None:
        return ""
    return one_line(str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path))
