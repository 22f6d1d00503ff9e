"""`jax101 check`: the public checks of a file or folder, in this process."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from autograder.checking.local import load_program
from autograder.errors import NotASubmission
from autograder.model import Course
from autograder.readers import Found, program, read
from autograder.student.cards import as_text
from autograder.student.session import run_public, stoppable
from autograder.student.wanted import Result, Wanted, find, touched
from autograder.text import one_line

_WIDEST = 110  # columns that read well


def check(wanted: Wanted) -> Result:
    """Run the public checks of everything that is wanted.  `UsageError` when there is nothing of the kind."""
    course, found = find(wanted)
    # A plot in a student's file draws off-screen: a window would wait for someone to close it.
    os.environ["MPLBACKEND"] = "Agg"
    texts, problems, passed = [], [], True
    for item in touched(found, wanted.saved):
        try:
            text, fine = _check_one(item, wanted.task, course)
        except NotASubmission as reason:
            problems.append(f"{item.unit}: {reason}")
        else:
            texts.append(text)
            passed = passed and fine
    return Result("\n\n".join(texts), passed, tuple(problems))


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
