"""A line for each report, for a spreadsheet: quoted, and with no cell that it would take for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from autograder.model import Report
from autograder.sinks.shared import mark, ordered, points
from autograder.text import visible

COLUMNS = ("student", "unit", "status", "score", "max_score", "reason")
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # the full-width ones count in East Asian settings


def render(reports: Sequence[Report]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    for report in ordered(reports):
        score = "" if report.score is None else mark(report.score, report.max_score)
        row = (report.student, report.unit, report.status, score, points(report.max_score), report.reason or "")
        writer.writerow(map(cell, row))
    return text.getvalue()


def cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    # Judged without leading blanks, which some programs drop when they import.
    return f"'{visible(text)}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else visible(text)
