"""Reports that are kept packed come out as they were written, in their order, and take little room."""

from __future__ import annotations

import tracemalloc

import msgspec

from autograder import reports
from autograder.kept import Kept
from tests.test_reports import a_report


def kept(*students: str) -> Kept:
    made = Kept()
    for student in students:
        made.add(a_report(student))
    made.sort()
    return made


def test_reports_come_out_as_they_were_written_in_their_order() -> None:
    found = kept("zoe", "ada", "ben")
    assert list(found) == [a_report("ada"), a_report("ben"), a_report("zoe")]
    assert [reports.to_bytes(report) for report in found] == [
        reports.to_bytes(a_report(s)) for s in ("ada", "ben", "zoe")
    ]
    assert (len(found), found[-1].student, [report.student for report in found[:2]]) == (3, "zoe", ["ada", "ben"])


def test_a_name_that_json_cannot_hold_is_kept_as_it_is_written() -> None:
    odd = msgspec.structs.replace(a_report("ada"), status="ungradable", score=None, reason="half a pair: \ud800")
    made = Kept()
    made.add(odd)
    assert made[0].reason == r"half a pair: \ud800"


def test_a_thousand_reports_take_less_than_a_megabyte() -> None:
    tracemalloc.start()
    found = kept(*(f"student{number:04}" for number in range(1000)))
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) == 1000
    assert taken < 1 << 20
