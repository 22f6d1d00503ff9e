"""The nouns of the program: a course, a submission, a report.  All frozen, all typed, next to no behaviour.

Everything here is a `msgspec.Struct`, so that what crosses a boundary (`course.yml`, a report on disk, a job handed
to another process) is checked when it arrives and nothing else needs to know the format.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Literal

import msgspec

Outcome = Literal["passed", "failed", "timeout", "crashed", "not_run"]
Status = Literal["graded", "ungradable", "infrastructure_error"]
Role = Literal["markdown", "provided", "task", "check", "demo"]

REPORT_SCHEMA = "jax101/report/1"


# --------------------------------------------------------------------------- the course


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a submission may use.  Seconds are wall-clock, measured by the trusted side's monotonic clock."""

    call_seconds: float = 10.0  # one call of a student's function
    load_seconds: float = 30.0  # running all cells once
    submission_seconds: float = 200.0  # everything, fresh workers included
    memory_mb: int = 2048  # data a worker may allocate
    output_kb: int = 64  # what is kept of its prints
    file_mb: int = 8  # a submitted file, a zip or what a zip unpacks to


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One function a student writes.  `id` is the function's name, unique in the course."""

    id: str
    title: str
    points: float
    hints: tuple[str, ...]
    limits: Limits


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """One page: `solutions/<id>/<notebook>.py`, `exercises/<id>/<notebook>.ipynb`."""

    id: str
    title: str
    notebook: str  # the file's stem: `grad` for `grad.ipynb` and `grad.py`
    tasks: tuple[Task, ...]
    limits: Limits

    @property
    def points(self) -> float:
        """All points of the unit."""
        return math.fsum(task.points for task in self.tasks)

    def task(self, task_id: str) -> Task:
        """The task of that id; `KeyError` when the unit has none."""
        for task in self.tasks:
            if task.id == task_id:
                return task
        raise KeyError(task_id)


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """What `course.yml` says, and where it stood."""

    root: Path
    title: str
    languages: tuple[str, ...]
    salt: str  # mixed into the seed of every check's random data; never released to students
    units: tuple[Unit, ...]

    def unit(self, unit_id: str) -> Unit:
        """The unit of that id; `KeyError` when the course has none."""
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        raise KeyError(unit_id)


class PageCell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of a unit's source page.  `task` is set for roles `task` and `check`."""

    role: Role
    source: str
    task: str | None = None


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A unit's page as its author wrote it, solutions included."""

    unit: str
    notebook: str
    cells: tuple[PageCell, ...]


# --------------------------------------------------------------------------- a submission


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """What was handed in, as bytes that were read once.  `problem` is a sentence when it is not a submission at all."""

    student: str
    unit: str
    file: str  # the name only, such as `grad.ipynb`
    content: bytes
    sha256: str
    ignored: tuple[str, ...] = ()  # other files beside it, never opened
    problem: str | None = None


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a program, compiled under `name`; its first line is line 1 of what the student sees there."""

    name: str
    source: str
    first_line: int = 1


class Program(msgspec.Struct, frozen=True, kw_only=True):
    """What a worker runs, in order: the course's provided cells, then the student's.

    `notes` say what the reader recovered or left out, in sentences for the student.
    `skipped` maps a task to the reason why a cell that defines it does not run (a `%%` cell).
    """

    module: str  # the value of `__name__`
    provided: tuple[Cell, ...]
    cells: tuple[Cell, ...]
    notes: tuple[str, ...] = ()
    skipped: dict[str, str] = msgspec.field(default_factory=dict)


# --------------------------------------------------------------------------- a picture

Number = float | Literal["nan", "inf", "-inf"]  # JSON has no word for the last three


class Grid(msgspec.Struct, frozen=True):
    """A row or a small table of numbers, row by row."""

    shape: tuple[int, ...]
    entries: tuple[Number, ...]

    def __post_init__(self) -> None:
        if len(self.shape) not in (1, 2) or min(self.shape) < 0 or math.prod(self.shape) != len(self.entries):
            raise ValueError("a table's shape and its entries do not agree")


class Series(msgspec.Struct, frozen=True, omit_defaults=True):
    """Points of a plane, or the line through them; an `endless` line goes on beyond its points."""

    x: tuple[Number, ...]
    y: tuple[Number, ...]
    endless: bool = False

    def __post_init__(self) -> None:
        if len(self.x) != len(self.y):
            raise ValueError("a series has more numbers for one axis than for the other")


class Plot(msgspec.Struct, frozen=True, omit_defaults=True):
    """A plot with points and lines, and how many of each are not shown because there are so many."""

    points: Series
    lines: tuple[Series, ...]
    xlabel: str
    ylabel: str
    more_points: int = 0
    more_lines: int = 0


class ArraysPicture(msgspec.Struct, frozen=True, tag_field="shows", tag="arrays"):
    """A part of an answer (`path`, such as `['w']`) and the right one; `wrong` counts entries of the first, from 0,
    and is `None` where the shapes differ.
    """

    seen: Grid
    expected: Grid
    wrong: tuple[int, ...] | None = None
    path: str = ""


class CurvesPicture(msgspec.Struct, frozen=True, tag_field="shows", tag="curves"):
    """A list of numbers over its index, and the right one; of a long list some, the first and the last among them."""

    seen: Series
    expected: Series
    xlabel: str
    ylabel: str

    def __post_init__(self) -> None:
        if not (self.seen.x and self.expected.x):
            raise ValueError("a curve has no numbers")


class PlotsPicture(msgspec.Struct, frozen=True, tag_field="shows", tag="plots"):
    """A plot and the one that was meant."""

    seen: Plot
    expected: Plot


Picture = ArraysPicture | CurvesPicture | PlotsPicture


# --------------------------------------------------------------------------- a report


class CheckSpec(msgspec.Struct, frozen=True, kw_only=True):
    """A check as its author declared it.  `points` is its share of the task's points in `course.yml`."""

    check: str  # the test's name without `test_`
    task: str
    title: str
    points: float
    hidden: bool


class CheckResult(msgspec.Struct, frozen=True, kw_only=True):
    """What one check saw.  Field order is the report's key order."""

    check: str
    title: str
    hidden: bool
    outcome: Outcome = "not_run"
    points: float = 0.0
    max_points: float
    message: str = ""
    hint: str = ""
    misconception: str | None = None
    line: int | None = None
    picture: Picture | msgspec.UnsetType = msgspec.UNSET  # of a public check that failed; else the key is left out
    # Where it was computed, if that is not the report's `device`: a function that does not trace, on the CPU.
    device: str | msgspec.UnsetType = msgspec.UNSET


class TaskResult(msgspec.Struct, frozen=True, kw_only=True):
    task: str
    score: float
    max_score: float
    checks: tuple[CheckResult, ...]


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """The report's `submission`: what was graded, what was left aside, what was recovered."""

    sha256: str
    files: tuple[str, ...]
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Environment(msgspec.Struct, frozen=True, kw_only=True):
    python: str
    jax: str
    jaxlib: str
    numpy: str
    device: str
    sandbox: str
    checks_sha256: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One submission's verdict.  No time, duration, path or process id: the same work gives the same bytes."""

    schema: str = REPORT_SCHEMA
    student: str
    unit: str
    status: Status
    reason: str | None = None
    score: float | None
    max_score: float
    tasks: tuple[TaskResult, ...]
    submission: Handed
    environment: Environment

    def for_student(self) -> Report:
        """The same report without what is hidden: a hidden check keeps all but its message."""
        tasks = tuple(
            msgspec.structs.replace(task, checks=tuple(_redacted(check) for check in task.checks))
            for task in self.tasks
        )
        return msgspec.structs.replace(self, tasks=tasks)


_HIDDEN_MESSAGES: dict[Outcome, str] = {
    "passed": "",
    "failed": "A hidden check did not pass. Its title says what kind of input it used; the values stay hidden.",
    "timeout": "A hidden check ran out of time.",
    "crashed": "A hidden check ended because the program ended.",
    "not_run": "A hidden check could not be run.",
}


def _redacted(check: CheckResult) -> CheckResult:
    if not check.hidden:
        return check
    # A line is chosen by the worker, and could count something out; whether a function traces is, too; a misconception
    # is told by its hint.
    hidden, nothing = _HIDDEN_MESSAGES[check.outcome], msgspec.UNSET
    return msgspec.structs.replace(
        check, message=hidden, misconception=None, line=None, picture=nothing, device=nothing
    )
