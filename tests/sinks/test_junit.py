"""JUnit's XML: what is not a pass is a failure, and any text makes a well-formed file."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET

import msgspec

from autograder.model import Report
from autograder.sinks.junit import render


def test_there_is_a_suite_for_each_report_and_a_case_for_each_check(mixed: Report, perfect: Report) -> None:
    root = ET.fromstring(render([mixed, perfect]))
    assert [suite.get("name") for suite in root] == ["ada.02_grad", "ben.04_pure"]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("44", "7", "0")
    assert root[0].get("failures") == "0"


def test_a_failure_says_what_was_seen_and_what_to_do(mixed: Report) -> None:
    root = ET.fromstring(render([mixed]))
    case = root.find(".//testcase[@name='set_first_is_pure']")
    assert case is not None
    assert case.get("classname") == "ben.04_pure.set_first"
    (failure,) = case
    assert failure.get("type") == "failed"
    assert "changed its argument" in str(failure.get("message"))
    assert "Build a new one" in str(failure.text)


def test_a_check_that_was_not_run_is_a_failure_and_not_skipped(mixed: Report) -> None:
    root = ET.fromstring(render([mixed]))
    assert [failure.get("type") for failure in root.iter("failure")][-1] == "not_run"
    assert not list(root.iter("skipped"))


def test_ungradable_is_a_failure_and_trouble_of_ours_an_error(ungradable: Report, broken: Report) -> None:
    root = ET.fromstring(render([ungradable, broken]))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("2", "1", "1")


def test_every_character_there_is_makes_a_well_formed_file(perfect: Report) -> None:
    everything = "".join(map(chr, range(0x11000))) + chr(0xE0041) + chr(sys.maxunicode)
    root = ET.fromstring(render([msgspec.structs.replace(perfect, status="ungradable", score=None, reason=everything)]))
    assert root.get("tests") == "1"
