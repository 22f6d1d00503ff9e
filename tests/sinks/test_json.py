"""JSON: the list of reports, each as it is stored."""

from __future__ import annotations

import json

import msgspec

from autograder import reports
from autograder.model import Report
from autograder.sinks.json import render


def test_it_is_a_list_sorted_by_student_then_unit(the_class: list[Report]) -> None:
    document = json.loads(render(the_class))
    places = [(each["student"], each["unit"]) for each in document]
    assert places == sorted(places)
    assert len(places) == len(the_class)


def test_each_report_is_what_its_file_holds(the_class: list[Report]) -> None:
    stored = {(report.student, report.unit): json.loads(reports.to_bytes(report)) for report in the_class}
    for each in json.loads(render(the_class)):
        of_the_file = stored[each["student"], each["unit"]]
        assert each == of_the_file
        assert list(each) == list(of_the_file)


def test_it_can_be_read_back_as_reports(the_class: list[Report]) -> None:
    back = msgspec.json.decode(render(the_class), type=list[Report])
    assert sorted(map(repr, back)) == sorted(map(repr, the_class))


def test_it_is_for_people_too(mixed: Report) -> None:
    text = render([mixed])
    assert text.startswith('[\n  {\n    "schema": "jax101/report/1",\n    "student": "ben",\n')
    assert text.endswith("\n  }\n]\n")


def test_no_reports_are_an_empty_list() -> None:
    assert render([]) == "[]\n"
