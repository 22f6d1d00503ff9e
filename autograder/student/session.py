"""Public checks for a student, in their own process: which files, which functions, what was found and printed."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Any, NamedTuple

from autograder.checking.diagnosis import Absence
from autograder.checking.local import LocalCaller
from autograder.checking.reading import Code
from autograder.checking.run import CheckFile, Finding, run_checks
from autograder.checking.submission import Callee, Submission
from autograder.errors import CourseError
from autograder.model import CheckSpec, Course, Task, Unit
from autograder.sandbox.changes import ChangedArgument
from autograder.sandbox.protocol import Change, Missing, Raised, Returned


class Checked(NamedTuple):
    """A public check, what it found, and what the student's code printed meanwhile."""

    spec: CheckSpec
    finding: Finding
    printed: str = ""


class TaskChecked(NamedTuple):
    """A task and its public checks."""

    task: Task
    checks: tuple[Checked, ...]

    @property
    def passed(self) -> bool:
        return all(checked.finding.outcome == "passed" for checked in self.checks)

    @property
    def attempted(self) -> bool:
        return not all(checked.finding.misconception == "not-attempted" for checked in self.checks)


class Stop:
    """Whether Ctrl-C was pressed."""

    asked = False


@contextlib.contextmanager
def stoppable() -> Iterator[Stop]:
    """End the block with `KeyboardInterrupt` after a Ctrl-C, even where student code or pytest swallowed it."""
    stop = Stop()

    def note(_signal: int, _frame: FrameType | None) -> None:
        stop.asked = True
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread() or not callable(signal.getsignal(signal.SIGINT)):
        yield stop
        return
    previous = signal.signal(signal.SIGINT, note)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, previous)
    if stop.asked:
        raise KeyboardInterrupt


class Listener:
    """The `Caller` of one check: keeps what the student's code prints, and makes no call after a Ctrl-C."""

    def __init__(self, caller: LocalCaller, stop: Stop) -> None:
        self._caller = caller
        self._stop = stop
        self.printed = ""

    @property
    def epoch(self) -> int:
        return self._caller.epoch

    @property
    def plain_calls(self) -> int:
        return self._caller.plain_calls

    def call(self, function: Callee, args: Any, kwargs: Any, watch: bool) -> Returned | Raised | Missing:
        """Make the call in this process."""
        if self._stop.asked:
            raise KeyboardInterrupt
        reply = self._caller.call(function, args, kwargs, watch)
        if not isinstance(reply, Missing):
            self.printed += reply.output
        return reply

    def line_of_code(self, cell: str, line: int) -> str:
        """The student's own line."""
        return self._caller.line_of_code(cell, line)

    def why_missing(self, name: str) -> Absence:
        """The cell that failed, when one did."""
        return self._caller.why_missing(name)

    def changed_arguments(self) -> tuple[ChangedArgument, ...]:
        """As this process sees them."""
        return self._caller.changed_arguments()

    def code_of(self, name: str) -> Code | None:
        """A function as it was written."""
        return self._caller.code_of(name)


def public_checks(course: Course, unit: Unit) -> tuple[CheckFile, ...]:
    """The unit's public check files: beside a released notebook, or in the course's own repository."""
    name = f"test_{unit.notebook}.py"
    for folder in (course.root, course.root / unit.id, course.root / "solutions" / unit.id):
        if (folder / name).is_file():
            return (CheckFile(folder / name, hidden=False),)
    raise CourseError(f"{name} is missing beside course.yml: fetch the unit's folder anew.")


@contextlib.contextmanager
def _own_figures_closed() -> Iterator[None]:
    """Close what was plotted in this block: a notebook would show it below the card, a watch would keep it forever."""
    before = _figures()
    try:
        yield
    finally:
        for number in _figures() - before:
            sys.modules["matplotlib.pyplot"].close(number)


def _figures() -> set[int]:
    pyplot: Any = sys.modules.get("matplotlib.pyplot")
    return set(pyplot.get_fignums()) if pyplot is not None else set()


def run_public(
    course: Course, unit: Unit, caller: LocalCaller, stop: Stop, task: str | None
) -> tuple[TaskChecked, ...]:
    """Run the unit's public checks, or one task's, in the order of the page.

    `CourseError` when the check file is missing, does not import, or is of another course.
    """
    tasks = {each.id: each for each in unit.tasks if task in (None, each.id)}
    listeners: dict[str, Listener] = {}
    left: dict[str, tuple[Change, ...]] = {}

    def provide(spec: CheckSpec) -> Submission | None:
        if spec.task not in tasks:
            return None
        listener = Listener(caller.with_limits(tasks[spec.task].limits), stop)
        listeners[spec.check] = listener
        return Submission(listener, left=left)

    files = public_checks(course, unit)
    for file in files:
        sys.modules.pop(file.path.stem, None)  # as pytest named it when it last ran: it may have been edited since
    with _own_figures_closed():
        session = run_checks(files, provide, seed="public")
    known = {each.id for each in unit.tasks}
    for spec in session.specs:
        if spec.task not in known:
            raise CourseError(f"{unit.id}: the check {spec.check} is for {spec.task}, which is no task of this unit.")

    def checked(spec: CheckSpec) -> Checked:
        return Checked(spec, session.findings.get(spec.check, Finding("not_run")), listeners[spec.check].printed)

    return tuple(
        TaskChecked(each, tuple(checked(spec) for spec in session.specs if spec.task == each.id))
        for each in tasks.values()
    )
