"""The terminal: it reads without colour, at any width."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from autograder.model import Report
from autograder.sinks.terminal import render


def test_a_class_is_a_table_with_the_first_thing_that_went_wrong(the_class: list[Report]) -> None:
    lines = render(the_class, width=120).splitlines()
    (ben,) = [line for line in lines if line.startswith(" ben")]
    assert ben.split()[:5] == ["ben", "19.2", "19.4", "15.4", "54"]
    assert "01_arrays standardize: `standardize` did not return" in ben
    (ada,) = [line for line in lines if line.startswith(" ada")]
    assert ada.split() == ["ada", "20", "25", "25", "70"]


def test_what_has_no_score_says_so_in_words(the_class: list[Report]) -> None:
    text = render(the_class, width=120)
    assert "ungradable" in text
    assert "error" in text
    assert "0 + ?" in text
    assert "without a score" in text


def test_in_a_narrow_terminal_what_went_wrong_stands_below(the_class: list[Report]) -> None:
    text = render(the_class, width=70)
    assert "The first thing that went wrong:\n" in text
    assert "\n  kim: 02_grad: grad.ipynb is not a notebook" in text


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal(
    the_class: list[Report], mixed: Report, hostile: Report, width: int
) -> None:
    for reports in (the_class, [mixed], [hostile]):
        assert max(map(cell_len, render(reports, width=width).splitlines())) <= width


def test_one_report_is_shown_in_detail(mixed: Report) -> None:
    text = render([mixed])
    assert "ben  04_pure" in text
    assert "15.4 / 25" in text
    assert "✓ passed   the example of the page" in text
    assert "✗ failed   leaves everything else alone · hidden · line 3 · mutates-argument" in text
    assert "– not run  leaves everything else alone · hidden" in text
    assert "→ Build a new array: `return x.at[0].set(value)`." in text
    assert "as above" in text
    assert "left aside: draft.py, notes.txt" in text
    assert "note: `scale_row` was found in a cell that had lost its tag." in text


def test_one_report_without_a_score_gives_its_reason(ungradable: Report, broken: Report) -> None:
    assert "✗ ungradable: grad.ipynb is not a notebook" in render([ungradable])
    assert "✗ grader error: The worker's zygote died" in render([broken])


def test_colour_is_there_only_when_asked_for_whatever_the_environment_says(
    mixed: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in render([mixed])
    monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[32m  ✓ passed" in render([mixed], color=True)


def test_square_brackets_of_students_are_no_markup(hostile: Report) -> None:
    assert "[bold red]markup[/]" in render([hostile], width=200)
