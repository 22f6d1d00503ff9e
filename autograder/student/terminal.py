"""`jax101 check`: the public checks of a file or folder, in this process, once or on every save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from autograder.checking.local import load_program
from autograder.checking.submission import Submission
from autograder.course import find_course
from autograder.errors import Jax101Error, UsageError
from autograder.model import CheckSpec, Course
from autograder.readers import Found, discover, program, read
from autograder.student.cards import as_text
from autograder.student.session import find_task, public_checks, run_public
from autograder.text import visible


def check(path: Path, task: str | None, course_folder: Path | None) -> tuple[str, bool]:
    """The cards of everything at `path`, and whether all of it passed."""
    start = path if path.is_dir() else path.parent
    course = find_course(start if course_folder is None and path.exists() else Path.cwd(), course_folder)
    found = [item for item in discover([path], course) if _wanted(item, task, course)]
    if not found:
        raise UsageError(f"nothing at {path} has the task {task}.")
    results = [_check_one(item, task, course) for item in found]
    return "\n\n".join(text for text, _ in results), all(passed for _, passed in results)


def watch(path: Path, task: str | None, course: Path | None, say: Callable[[str], object]) -> None:
    """Check now and after every save, until Ctrl-C."""
    from watchfiles import watch as changes

    def once() -> None:
        try:
            say(check(path, task, course)[0])
        except Jax101Error as error:
            say(f"jax101: {error}")
        say("— watching; save to check again, Ctrl-C to stop —")

    once()
    try:
        for _ in changes(path if path.is_dir() else path.parent, raise_interrupt=True):
            once()
    except KeyboardInterrupt:
        return


def _wanted(item: Found, task: str | None, course: Course) -> bool:
    if task is None:
        return True
    return find_task(task, Path.cwd(), course)[1].id == item.unit


def _check_one(item: Found, task: str | None, course: Course) -> tuple[str, bool]:
    submission = read(item, course)
    heading = f"{item.unit} · {visible(submission.file)}"
    if submission.problem is not None:
        raise UsageError(submission.problem)
    unit = course.unit(item.unit)
    caller = load_program(program(submission, unit, None), unit.limits)

    def provide(spec: CheckSpec) -> Submission:
        return Submission(caller.with_limits(unit.task(spec.task).limits))

    tasks = run_public(public_checks(course, unit), unit, provide, task)
    return f"{heading}\n{as_text(tasks)}", all(each.passed for each in tasks)
