"""CSV: a spreadsheet opens it and computes nothing."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest

from autograder.model import Report
from autograder.sinks.csv import render


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_there_is_a_line_for_each_report(the_class: list[Report]) -> None:
    found = rows(render(the_class))
    assert len(found) == len(the_class)
    (row,) = [row for row in found if (row["student"], row["unit"]) == ("ben", "04_pure")]
    assert list(row) == ["student", "unit", "status", "score", "max_score", "reason"]
    assert list(row.values()) == ["ben", "04_pure", "graded", "15.4", "25", ""]


def test_what_has_no_score_has_an_empty_cell_and_a_reason(ungradable: Report) -> None:
    (row,) = rows(render([ungradable]))
    assert (row["status"], row["score"]) == ("ungradable", "")
    assert row["reason"].startswith("grad.ipynb is not a notebook")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r", "\n=", " =", "＝"])
def test_no_cell_is_a_formula(perfect: Report, start: str) -> None:
    (row,) = rows(render([msgspec.structs.replace(perfect, student=f"{start}1+1", reason=f"{start}cmd|'/c calc'!A0")]))
    assert row["student"].startswith("'")
    assert row["reason"].startswith("'")


def test_commas_quotes_and_lines_stay_in_their_cell(perfect: Report) -> None:
    (row,) = rows(render([msgspec.structs.replace(perfect, reason='one, "two"\nthree')]))
    assert row["reason"] == 'one, "two"\nthree'
