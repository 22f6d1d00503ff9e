"""Gradescope's results.json: what is hidden stays hidden, and no trouble of ours becomes a zero."""

from __future__ import annotations

import json
from typing import Any

import pytest

from autograder.errors import UsageError
from autograder.model import Report
from autograder.sinks.gradescope import render


def results(*reports: Report) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(render(reports))
    return document


def test_the_score_is_the_reports_and_the_sum_of_the_tests(mixed: Report) -> None:
    document = results(mixed)
    assert document["score"] == 15.4
    assert sum(test["score"] for test in document["tests"]) == pytest.approx(15.4)
    assert sum(test["max_score"] for test in document["tests"]) == pytest.approx(25)


def test_hidden_checks_are_hidden_and_public_ones_visible(mixed: Report) -> None:
    by_name = {test["name"]: test for test in results(mixed)["tests"]}
    assert by_name["set_first: the example of the page"]["visibility"] == "visible"
    assert by_name["set_first: leaves everything else alone"]["visibility"] == "hidden"
    assert {test["visibility"] for test in by_name.values()} == {"visible", "hidden"}


def test_only_keys_that_gradescope_knows_are_there(mixed: Report) -> None:
    document = results(mixed)
    assert set(document) <= {
        *("score", "execution_time", "output", "output_format", "visibility", "stdout_visibility", "extra_data"),
        *("tests", "leaderboard"),
    }
    for test in document["tests"]:
        assert set(test) <= {
            *("score", "max_score", "status", "name", "number", "output", "output_format", "tags", "visibility"),
            "extra_data",
        }
        assert test["status"] in {"passed", "failed"}


def test_an_ungradable_file_is_a_zero_with_its_reason(ungradable: Report) -> None:
    document = results(ungradable)
    assert document["score"] == 0.0
    assert "not a notebook" in document["output"]
    assert document["tests"] == []


def test_trouble_of_ours_is_no_score_at_all(broken: Report) -> None:
    document = results(broken)
    assert "score" not in document
    assert "tests" not in document


def test_two_units_of_a_student_are_added(the_class: list[Report]) -> None:
    ada = [report for report in the_class if report.student == "ada"]
    assert results(*ada)["score"] == 70.0


def test_two_students_or_none_are_refused(mixed: Report, perfect: Report) -> None:
    for reports in ((mixed, perfect), ()):
        with pytest.raises(UsageError, match="one student"):
            render(reports)
