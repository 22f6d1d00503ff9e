"""The page: one file, for everyone, in which a student's text is only text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from autograder.model import Report
from autograder.sinks.html import render

VOID = {"meta", "link", "br", "img", "hr", "input"}


class Page(HTMLParser):
    """The page's elements; complains about those that do not close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def page(the_class: list[Report]) -> Page:
    return Page(render(the_class))


def test_every_element_is_closed_where_it_should(
    the_class: list[Report], mixed: Report, hostile: Report, ungradable: Report
) -> None:
    for reports in ([], the_class, [mixed], [hostile], [ungradable]):
        Page(render(reports))


def test_every_score_leads_to_its_report_and_every_id_is_there_once(page: Page, the_class: list[Report]) -> None:
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = [attributes["href"] for attributes in page.all("a")]
    assert all(target and target.startswith("#") and target[1:] in ids for target in targets)
    assert sum("#report-" in str(target) for target in targets) == len(the_class)


def test_the_page_needs_nothing_else_and_runs_nothing(the_class: list[Report], hostile: Report) -> None:
    text = render([*the_class, hostile])
    tags = {tag for tag, _ in Page(text).elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert not {name for _, attributes in Page(text).elements for name in attributes if name.startswith("on")}
    style = text[text.index("<style>") : text.index("</style>")]
    assert not re.search(r"url\(|@import|https?:", style)
    assert "default-src 'none'" in text


def test_text_of_students_is_only_text(hostile: Report) -> None:
    text = render([hostile])
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert r"\x1b[2J\x9b31m\u202eevil\u2066\x00\r\udcff" in text
    assert "{{ 7 * 7 }}" in text


def test_backticks_become_code_once_escaped(mixed: Report) -> None:
    assert "<code>return x.at[0].set(value)</code>" in render([mixed])


def test_the_table_can_be_heard(page: Page) -> None:
    assert page.all("html") == [{"lang": "en"}]
    assert {attributes.get("scope") for attributes in page.all("th")} == {"col", "row"}
    assert len(page.all("caption")) == 1
    assert len(page.all("h1")) == 1
    assert len(page.all("main")) == 1


def test_it_fits_a_phone_and_the_night(the_class: list[Report]) -> None:
    text = render(the_class)
    assert 'name="viewport" content="width=device-width, initial-scale=1"' in text
    assert "@media (prefers-color-scheme: dark)" in text
    assert "@media (max-width" in text


def test_only_what_lost_points_is_open(mixed: Report) -> None:
    tasks = [
        attributes for attributes in Page(render([mixed])).all("details") if "task" in str(attributes["class"]).split()
    ]
    assert ["open" in attributes for attributes in tasks] == [True, False, False, True, True]


def test_every_outcome_has_its_word(the_class: list[Report], page: Page) -> None:
    for word in ["passed", "failed", "timeout", "crashed", "not run"]:
        assert word in page.text


def test_a_single_report_comes_without_a_table(mixed: Report) -> None:
    page = Page(render([mixed]))
    assert page.all("table") == []
    assert page.all("a") == []
    assert "ben, 04_pure" in page.text


def test_a_grader_error_is_no_ones_mistake(broken: Report, ungradable: Report) -> None:
    assert "no one's mistake and no zero" in Page(render([broken])).text
    assert "This could not be graded." in Page(render([ungradable])).text
