"""What several forms show alike: order, points, signs, the table of a class, the first thing that went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

import msgspec

from autograder.errors import UsageError
from autograder.model import CheckResult, Outcome, Report, Status
from autograder.scoring import add
from autograder.text import one_line

SIGNS: dict[Outcome, str] = {"passed": "✓", "failed": "✗", "timeout": "✗", "crashed": "✗", "not_run": "–"}
OUTCOMES: dict[Outcome, str] = {
    "passed": "passed",
    "failed": "failed",
    "timeout": "timeout",
    "crashed": "crashed",
    "not_run": "not run",
}
STATUSES: dict[Status, str] = {
    "graded": "graded",
    "ungradable": "ungradable",
    "infrastructure_error": "grader error",
}
NO_UNIT = "no unit"  # the one column of all that is no unit of the course's: a student may have many such things
NO_SANDBOX = "Graded without a sandbox: the submission could have seen the checks and changed this report."
_ALL_DIGITS = Context(prec=400)  # of every float


class Row(msgspec.Struct, frozen=True):
    """A student's line: a report, or none, for each unit of the table."""

    student: str
    reports: tuple[Report | None, ...]  # their heads, without tasks
    score: float
    complete: bool  # every report has a score
    wrong: str  # the first thing that went wrong; empty when nothing did


class _Place(NamedTuple):
    head: Report
    wrong: str


class ClassTable(msgspec.Struct, frozen=True):
    units: tuple[tuple[str, float], ...]  # name, full marks
    rows: tuple[Row, ...]
    max_score: float


def ordered(reports: Sequence[Report]) -> list[Report]:
    """Sorted by student, then unit."""
    return sorted(reports, key=lambda report: (report.student, report.unit))


def class_table(reports: Sequence[Report]) -> ClassTable:
    """Students × units.  `UsageError` when two reports claim one place.  Of each only what the table shows is held."""
    places: dict[tuple[str, str], _Place] = {}
    full: dict[str, float] = {}
    for report in reports:
        if (report.student, report.unit) in places:
            whose = f"{one_line(report.student)}, {one_line(report.unit)}"
            raise UsageError(f"there are two reports of {whose}: name one folder of reports.")
        head = msgspec.structs.replace(report, tasks=())
        places[report.student, report.unit] = _Place(head, first_wrong(report))
        if report.tasks or report.max_score:
            full[report.unit] = max(report.max_score, full.get(report.unit, 0.0))
    strangers = {student: place for (student, unit), place in reversed(places.items()) if unit not in full}
    units = sorted(full)
    if strangers:
        units.append(NO_UNIT)
        full[NO_UNIT] = 0.0
        places |= {(student, NO_UNIT): place for student, place in strangers.items()}
    students = sorted({student for student, _ in places})
    return ClassTable(
        units=tuple((unit, full[unit]) for unit in units),
        rows=tuple(_row(student, [places.get((student, unit)) for unit in units]) for student in students),
        max_score=add(full.values()),
    )


def first_wrong(report: Report) -> str:
    """The first thing that went wrong, on one line, or nothing."""
    if report.status != "graded":
        return one_line(f"{report.unit}: {report.reason or STATUSES[report.status]}")
    for task in report.tasks:
        for check in task.checks:
            if check.outcome != "passed":
                return one_line(f"{report.unit} {task.task}: {check.message or check.title}")
    return ""


def points(number: float) -> str:
    """Points for people: at most two decimals."""
    return _decimal(number, ROUND_HALF_UP)


def mark(score: float | None, full: float) -> str:
    """A score for people, or a dash; what rounding would make full marks, and is not, stays below them."""
    if score is None:
        return "–"
    return _decimal(score, ROUND_FLOOR if score < full and points(score) == points(full) else ROUND_HALF_UP)


def of(score: float | None, full: float) -> str:
    """`22.5 / 25`, or `– / 25` where there is no score."""
    return f"{mark(score, full)} / {points(full)}"


def anew(checks: Sequence[CheckResult]) -> list[tuple[CheckResult, bool]]:
    """Each check, and whether what it says was not said just before: no one reads the same advice four times."""
    said = [(check.message, check.hint) if check.outcome != "passed" else None for check in checks]
    return [
        (check, text in (None, ("", "")) or said.index(text) == index)
        for index, (check, text) in enumerate(zip(checks, said, strict=True))
    ]


def facts(check: CheckResult) -> list[str]:
    """What else is known of a check, in a few words each."""
    return [
        *(["hidden"] if check.hidden else []),
        *([f"line {check.line}"] if check.line is not None else []),
        *([one_line(check.misconception)] if check.misconception else []),
        *([f"computed on {one_line(check.device)}"] if check.device else []),
    ]


def colophon(report: Report) -> list[tuple[str, str]]:
    """How this verdict came about: pairs of a name and a value."""
    handed, made = report.submission, report.environment
    versions = f"Python {made.python}, jax {made.jax}, jaxlib {made.jaxlib}, numpy {made.numpy}"
    return [
        ("submission", f"{', '.join(handed.files) or 'no file'} (sha256 {handed.sha256[:12]})"),
        *([("left aside", ", ".join(handed.ignored))] if handed.ignored else []),
        *(("note", note) for note in handed.notes),
        ("graded with", f"{versions}; {made.device}; sandbox: {made.sandbox}; checks {made.checks_sha256[:12]}"),
        *([("warning", NO_SANDBOX)] if made.sandbox == "none" else []),
    ]


def _row(student: str, places: Sequence[_Place | None]) -> Row:
    there = [place for place in places if place is not None]
    scores = [place.head.score for place in there]
    return Row(
        student=student,
        reports=tuple(place.head if place is not None else None for place in places),
        score=add(score for score in scores if score is not None),
        complete=None not in scores,
        wrong=next((place.wrong for place in there if place.wrong), ""),
    )


def _decimal(number: float, rounding: str) -> str:
    # With digits for every float: a report that somebody wrote may have points of any size.
    text = f"{Decimal(repr(number)).quantize(Decimal('0.01'), rounding, _ALL_DIGITS):f}"
    return text.rstrip("0").rstrip(".")
