"""Pictures of failed checks: well formed, told in words, in the text's own colour, and no larger than can be read."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import numpy as np
import pytest

from autograder.checking.exhibits import Arrays, Curves, Exhibit, Line, Plot, Plots, picture_of
from autograder.sinks.pictures import drawings, drawn

WRONG = np.array([True, False])
PLOT = Plot(np.array([[0.0, 1.0], [2.0, 3.0]]), (Line((0.0, 2.0), (1.0, 3.0)),), "x", "y")

EXHIBITS = {
    "row": Arrays(np.array([1.0, 2.0]), np.array([-3.0, 2.0]), WRONG, "['w']"),
    "table": Arrays(np.ones((2, 2)), np.zeros((2, 2)), np.ones((2, 2), bool)),
    "shapes": Arrays(np.ones(3), np.zeros((3, 1))),
    "rows of two lengths": Arrays(np.ones(3), np.zeros(2)),
    "not a number": Arrays(np.array([np.nan, np.inf]), np.zeros(2), np.ones(2, bool)),
    "only nan": Arrays(np.array([np.nan, np.nan]), np.array([0.0, 0.0]), np.ones(2, bool)),
    "huge": Arrays(np.array([1e300, -1e300]), np.zeros(2), np.ones(2, bool)),
    "as large as there are": Plots(
        PLOT._replace(lines=(Line((-1.7e308, 1.7e308), (1.7e308, -1.7e308), endless=True),)), PLOT
    ),
    "whole numbers": Arrays(np.array([1, 2]), np.array([1, 3]), ~WRONG),
    "truth": Arrays(np.array([True, False]), np.array([True, True]), ~WRONG),
    "curves": Curves(np.array([3.0, 2.0, 1.0]), np.array([3.0, 1.0, 0.5]), "step", "loss"),
    "a curve that explodes": Curves(np.array([1.0, 1e9, 1e20]), np.array([1.0, 0.5, 0.1]), "step", "loss"),
    "a curve that is gone": Curves(np.array([1.0, np.inf, np.nan]), np.array([1.0, 0.5, 0.1]), "step", "loss"),
    "a curve too long": Curves(np.linspace(3, 1, 5000), np.array([3.0, 1.0]), "step", "loss"),
    "plots": Plots(PLOT, PLOT),
    "an empty plot": Plots(Plot(np.zeros((0, 2)), (), "", ""), PLOT),
    "an endless line": Plots(PLOT._replace(lines=(Line((0.0, 1.0), (0.0, 1.0), endless=True),)), PLOT),
    "an upright line": Plots(PLOT._replace(lines=(Line((1.0, 1.0), (0.0, 1.0), endless=True),)), PLOT),
    "a line without points": Plots(PLOT._replace(lines=(Line((), ()),)), PLOT),
    "a large number and nothing else": Curves(np.full(3, 1e20), np.full(3, 1e20), "step", "loss"),
    "infinite": Plots(PLOT._replace(lines=(Line((0.0, np.inf), (0.0, np.nan)),)), PLOT),
    "one point": Plots(Plot(np.zeros((1, 2)), (), "x", "y"), Plot(np.zeros((1, 2)), (), "x", "y")),
}


def picture(exhibit: Exhibit) -> str:
    """As on a card or a page."""
    shown = picture_of(exhibit)
    return drawn(shown) if shown else ""


def tree(exhibit: Exhibit) -> ElementTree.Element:
    return ElementTree.fromstring(picture(exhibit))


@pytest.mark.parametrize("name", EXHIBITS)
def test_every_picture_is_well_formed_and_is_told_in_words(name: str) -> None:
    figure = tree(EXHIBITS[name])
    assert figure.get("role") == "img"
    words = figure.get("aria-label") or ""
    assert "xpected" in words
    assert "array(" not in words
    assert all(part.get("aria-hidden") == "true" for part in figure.iter("svg"))


@pytest.mark.parametrize("name", EXHIBITS)
def test_no_picture_has_a_colour_of_its_own_or_fetches_anything(name: str) -> None:
    for part in tree(EXHIBITS[name]).iter():
        assert {part.get("fill"), part.get("stroke")} <= {None, "none", "currentColor"}
        assert part.tag in {"figure", "figcaption", "div", "svg", "rect", "line", "circle", "polyline", "text"}
        assert "href" not in part.attrib


@pytest.mark.parametrize("name", EXHIBITS)
def test_everything_is_drawn_inside_its_panel(name: str) -> None:
    for svg in tree(EXHIBITS[name]).iter("svg"):
        _, _, width, height = map(float, (svg.get("viewBox") or "").split())
        for part in svg.iter():
            numbers = [float(value) for key, value in part.attrib.items() if key in ("x", "y", "cx", "cy", "x1", "y1")]
            numbers += [float(n) for pair in (part.get("points") or "").split() for n in pair.split(",")]
            assert all(-1 <= number <= max(width, height) + 1 for number in numbers), part.attrib


def texts(exhibit: Exhibit) -> list[str]:
    return [part.text or "" for part in tree(exhibit).iter("text")]


def test_a_wrong_entry_has_its_sign_and_a_hollow_bar() -> None:
    found = texts(EXHIBITS["row"])
    assert found.count("✗") == 1
    assert "yours: result['w']" in found
    dashed = [part for part in tree(EXHIBITS["row"]).iter("rect") if part.get("stroke-dasharray")]
    assert len(dashed) == 1


def test_words_in_a_picture_do_not_run_into_each_other() -> None:
    values = np.random.default_rng(0).normal(size=24) * 1e5
    for count in range(2, 25):
        wrong = np.arange(count) % 3 == 0
        lost = np.where(np.arange(count) % 4 < 3, np.nan, values[:count])
        panels = [*tree(Arrays(values[:count], -values[:count], wrong)).iter("svg")]
        for svg in [*panels, *tree(Arrays(lost, values[:count], wrong)).iter("svg")]:
            rows: dict[str | None, list[tuple[float, float]]] = {}
            for part in svg.iter("text"):
                middle, half = float(part.get("x") or 0), 3.5 * len(part.text or "")
                rows.setdefault(part.get("y"), []).append((middle - half, middle + half))
            for row in rows.values():
                ends = sorted(row)
                assert all(before[1] <= after[0] + 1 for before, after in pairwise(ends))


def test_a_table_is_as_wide_as_its_numbers_and_none_where_they_would_not_fit() -> None:
    values = np.random.default_rng(0).normal(size=(2, 8))
    assert picture(Arrays(values[:, :3], -values[:, :3]))
    assert picture(Arrays(values, -values, np.ones((2, 8), bool))) == ""
    assert picture(Arrays(values.round(), -values.round(), np.ones((2, 8), bool)))


def test_an_endless_line_ends_at_the_sides_of_its_panel() -> None:
    for line in (Line((0.0, 1.0), (5.0, -5.0), endless=True), Line((1.0, 1.0), (0.0, 1.0), endless=True)):
        for part in tree(Plots(PLOT._replace(lines=(line,)), PLOT)).iter("polyline"):
            places = [pair.split(",") for pair in (part.get("points") or "").split()]
            assert all(27 <= float(y) <= 159 for _, y in places)


def test_a_missing_label_is_said_where_it_is_missing() -> None:
    plots = Plots(PLOT._replace(ylabel=""), PLOT)
    assert texts(plots).count("✗ no label") == 1
    assert "the y axis has no label" in (tree(plots).get("aria-label") or "")


def test_what_a_student_wrote_is_text() -> None:
    figure = tree(Plots(PLOT._replace(xlabel='<script>"&\x1b[2J' + "x" * 500), PLOT))
    assert not list(figure.iter("script"))
    assert max(len(part.text or "") for part in figure.iter("text")) < 40
    upright = [
        part for part in tree(Plots(PLOT._replace(ylabel="y" * 500), PLOT)).iter("text") if part.get("transform")
    ]
    assert all(7 * len(part.text or "") <= 2 * 93 for part in upright)  # twice the way from its middle to the edge


def test_one_mistake_is_drawn_once() -> None:
    shown = picture_of(EXHIBITS["row"])
    told = [("a", "Look.", None), ("b", "Look.", shown), ("c", "Look.", shown), ("d", "Look there.", shown)]
    assert list(drawings(told)) == ["b", "d"]


def test_many_lines_and_points_are_counted_and_some_are_drawn() -> None:
    line = Line(tuple(range(5000)), tuple(range(5000)))
    words = tree(Plots(Plot(np.zeros((5000, 2)), (line,) * 64, "x", "y"), PLOT)).get("aria-label") or ""
    assert "5000 points" in words
    assert "61 further lines" in words
    assert "from (0, 0) to (4999, 4999)" in words
    curve = Curves(np.linspace(3, 1, 5000), np.array([3.0, 1.0]), "step", "loss")
    assert "Yours: 5000 values, from 3 to 1." in (tree(curve).get("aria-label") or "")
