"""What holds for every form of reports, those of tomorrow included."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import autograder.sinks
from autograder.errors import UsageError
from autograder.model import Report
from autograder.sinks import SINKS, sink
from autograder.text import visible

forms = pytest.mark.parametrize("form", SINKS)
forms_of_a_class = pytest.mark.parametrize("form", [name for name in SINKS if name != "gradescope"])


def test_every_file_is_a_form_and_every_form_a_file() -> None:
    files = {file.stem for file in Path(autograder.sinks.__file__).parent.glob("*.py")}
    assert files - {"__init__", "pictures", "shared"} == set(SINKS)
    assert all(name == form.name and form.suffix.startswith(".") and form.about for name, form in SINKS.items())


def test_an_unknown_form_is_answered_with_the_ones_there_are() -> None:
    with pytest.raises(UsageError, match=r"no form 'pdf': choose one of terminal, json, html"):
        sink("pdf")


def test_forms_are_imported_only_when_asked_for() -> None:
    code = "import sys, autograder.sinks; print([name for name in ('rich', 'jinja2', 'xml') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@forms_of_a_class
def test_the_order_of_the_reports_does_not_matter(form: str, the_class: list[Report]) -> None:
    text = sink(form).render(the_class)
    assert text == sink(form).render(the_class[::-1])
    assert text.endswith("\n")


@forms_of_a_class
def test_no_reports_are_a_document_too(form: str) -> None:
    assert sink(form).render([]).endswith("\n")


@forms_of_a_class
def test_every_student_is_there(form: str, the_class: list[Report]) -> None:
    text = sink(form).render(the_class).replace("\n", "")
    for name in ["ada", "ben", "kim", "lea", "nils", "Zoë", "李雷", "محمد"]:
        assert name in text


@forms
@pytest.mark.parametrize("which", ["perfect", "mixed", "ungradable", "broken"])
def test_any_one_report_has_its_form(form: str, which: str, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(which)
    text = sink(form).render([report])
    assert form == "gradescope" or report.student in text
    if report.reason:
        assert report.reason.replace("'", "&#39;" if form == "html" else "'") in text


@forms
def test_nothing_that_a_student_wrote_controls_the_reader(form: str, hostile: Report) -> None:
    text = sink(form).render([hostile])
    assert visible(text) == text
    assert "evil" in text or form == "csv"
    text.encode()


@forms
def test_a_student_sees_no_value_of_a_hidden_check(form: str, mixed: Report) -> None:
    ours = sink(form).render([mixed])
    theirs = sink(form).render([mixed.for_student()])
    for value in ["JAX arrays are immutable", "was 1.5"]:
        assert value in ours or form == "csv"
        assert value not in theirs


@pytest.mark.parametrize("form", ["terminal", "html", "markdown"])
def test_forms_for_people_say_when_there_was_no_sandbox(form: str, the_class: list[Report]) -> None:
    (nils,) = [report for report in the_class if report.student == "nils"]
    assert "without a sandbox" in sink(form).render([nils])


@pytest.mark.parametrize("form", ["terminal", "html", "markdown"])
def test_a_table_cannot_hold_two_reports_of_one_unit(form: str, the_class: list[Report]) -> None:
    with pytest.raises(UsageError, match="two reports of ada, 02_grad"):
        sink(form).render([*the_class, the_class[3]])
