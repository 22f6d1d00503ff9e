"""Gradescope's `results.json`: the reports of one student, a test for each check, hidden checks hidden.

Gradescope has no word for *ungradable*: it becomes 0 points with its reason, so that the student can hand in again.
Trouble of ours becomes a document without any score, which Gradescope takes for a failed autograder and never for a 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from autograder.errors import UsageError
from autograder.model import CheckResult, Report
from autograder.scoring import add
from autograder.sinks.shared import OUTCOMES, ordered
from autograder.text import one_line, to_json, visible


def render(reports: Sequence[Report]) -> str:
    if len({report.student for report in reports}) != 1:
        raise UsageError("gradescope: results.json holds the reports of one student: name that student's.")
    reports = ordered(reports)
    document: dict[str, Any] = {
        "output": "\n\n".join(map(_summary, reports)),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [
            _test(f"{task.task}: {check.title}", task.task, check)
            for report in reports
            if report.status == "graded"
            for task in report.tasks
            for check in task.checks
        ],
    }
    if all(report.status != "infrastructure_error" for report in reports):
        document = {"score": add(report.score or 0.0 for report in reports), **document}
    else:
        del document["tests"]  # their scores would be summed
    return to_json(document)


def _summary(report: Report) -> str:
    lines = [visible(report.unit), *(visible(note) for note in report.submission.notes)]
    if report.reason:
        lines.append(visible(report.reason))
    return "\n".join(lines)


def _test(name: str, tag: str, check: CheckResult) -> dict[str, Any]:
    said = [OUTCOMES[check.outcome], check.message, check.hint] if check.outcome != "passed" else [check.message]
    return {
        "name": one_line(name),
        "score": check.points,
        "max_score": check.max_points,
        "status": "passed" if check.outcome == "passed" else "failed",
        "output": visible("\n".join(filter(None, said))),
        "output_format": "text",
        "tags": [one_line(tag)],
        "visibility": "hidden" if check.hidden else "visible",
    }
