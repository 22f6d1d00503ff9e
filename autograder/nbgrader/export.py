"""`nbgrader export`: nbgrader's own columns, quoted, no cell that a spreadsheet would take for a formula.

Two columns more: `status` tells a zero from what has no score, and what has none has an empty cell, not a 0.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry  # type: ignore[import-untyped]
from nbgrader.plugins import ExportPlugin  # type: ignore[import-untyped]

from autograder.errors import OutputError
from autograder.sinks.csv import cell

COLUMNS = (
    "assignment",
    "duedate",
    "timestamp",
    "student_id",
    "last_name",
    "first_name",
    "email",
    "raw_score",
    "late_submission_penalty",
    "score",
    "max_score",
    "status",
)


class CsvExport(ExportPlugin):  # type: ignore[misc]  # nbgrader has no types
    """A line for each student and assignment."""

    def export(self, gradebook: Any) -> None:
        """Write the gradebook to `--to` (default: `grades.csv`); `OutputError` where it cannot be written."""
        place = Path(self.to or "grades.csv")
        self.log.info("Exporting grades to %s", place)
        try:
            with place.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
                writer.writerow(COLUMNS)
                for assignment in gradebook.assignments:
                    for student in gradebook.students:
                        if self._wanted(assignment.name, student.id):
                            writer.writerow(map(cell, _row(gradebook, assignment, student)))
        except OSError as error:
            raise OutputError(f"{place} cannot be written: {error.strerror}") from None

    def _wanted(self, assignment: str, student: str) -> bool:
        assignments, students = [*map(str, self.assignment)], [*map(str, self.student)]
        return (not assignments or assignment in assignments) and (not students or student in students)


def _row(gradebook: Any, assignment: Any, student: Any) -> list[str]:
    who = [student.id, student.last_name, student.first_name, student.email]
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        when, scores, status = None, [None, None, None], "nothing handed in"
    else:
        penalty = submission.late_submission_penalty
        when, status = submission.timestamp, _status(submission)
        scores = [submission.score, penalty, max(0.0, submission.score - penalty)]
        if status == "no score yet":
            scores = [None, None, None]
    values = [assignment.name, assignment.duedate, when, *who, *scores, assignment.max_score, status]
    return ["" if value is None else str(value) for value in values]


def _status(submission: Any) -> str:
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    if any(grade.auto_score is None and grade.manual_score is None for grade in grades):
        return "no score yet"
    return "to be looked at" if any(grade.needs_manual_grade for grade in grades) else "graded"
