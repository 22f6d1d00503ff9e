"""JUnit's XML: a suite for each report, a case for each check.

A check that was not run is a failure and not `skipped`, which readers of this form count as fine.  Trouble of ours is
an `error`, as the form means it.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from autograder.model import CheckResult, Report
from autograder.sinks.shared import ordered
from autograder.text import one_line, visible


def render(reports: Sequence[Report]) -> str:
    root = ET.Element("testsuites", name="jax101")
    for report in ordered(reports):
        root.append(_suite(report))
    _count(root)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(report: Report) -> ET.Element:
    name = one_line(f"{report.student}.{report.unit}")
    suite = ET.Element("testsuite", name=name)
    if report.status != "graded":
        case = ET.SubElement(suite, "testcase", classname=name, name="submission")
        kind = "failure" if report.status == "ungradable" else "error"
        ET.SubElement(case, kind, type=report.status, message=one_line(report.reason or report.status))
    else:
        for task in report.tasks:
            suite.extend(_case(f"{name}.{one_line(task.task)}", check) for check in task.checks)
    _count(suite)
    return suite


def _case(classname: str, check: CheckResult) -> ET.Element:
    case = ET.Element("testcase", classname=classname, name=one_line(check.check))
    if check.outcome != "passed":
        failure = ET.SubElement(case, "failure", type=check.outcome, message=one_line(check.message or check.title))
        failure.text = visible("\n".join(filter(None, (check.message, check.hint))))
    return case


def _count(element: ET.Element) -> None:
    for attribute, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
        element.set(attribute, str(sum(1 for _ in element.iter(tag))))
