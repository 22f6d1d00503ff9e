"""What a failure brings along to look at, and what of it a card or a report shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.checking import (
    CheckFailure,
    Line,
    assert_close,
    assert_pure,
    beside_curve,
    beside_plot,
    fail,
    shown,
)
from autograder.checking.exhibits import Arrays, Changed, Curves, Exhibit, Plot, Plots, picture_of
from autograder.checking.values import SeenAxes
from autograder.model import ArraysPicture, CurvesPicture, Picture, PlotsPicture
from autograder.sandbox import protocol

Write = Callable[[str], Any]


def exhibit_of(check: Callable[[], Any]) -> Exhibit | None:
    with pytest.raises(CheckFailure) as failure:
        check()
    return failure.value.exhibit


def test_wrong_values_come_with_both_arrays_and_which_entries_are_wrong() -> None:
    exhibit = exhibit_of(lambda: assert_close(np.array([1.0, 5.0]), np.array([1.0, 2.0])))
    assert isinstance(exhibit, Arrays)
    assert exhibit.seen.tolist() == [1.0, 5.0]
    assert exhibit.expected.tolist() == [1.0, 2.0]
    assert exhibit.wrong is not None
    assert exhibit.wrong.tolist() == [False, True]
    assert exhibit.path == ""


def test_a_part_of_an_answer_says_which() -> None:
    mine, right = (np.zeros(2), {"w": np.ones(3)}), (np.zeros(2), {"w": np.arange(3.0)})
    exhibit = exhibit_of(lambda: assert_close(mine, right))
    assert isinstance(exhibit, Arrays)
    assert exhibit.path == "[1]['w']"


def test_a_wrong_shape_comes_with_both_arrays_and_no_marks() -> None:
    exhibit = exhibit_of(lambda: assert_close(np.zeros(3), np.zeros((3, 1))))
    assert isinstance(exhibit, Arrays)
    assert exhibit.wrong is None


def test_a_wrong_form_has_nothing_to_show() -> None:
    assert exhibit_of(lambda: assert_close(None, np.zeros(3))) is None


def test_a_block_can_show_what_its_author_chose() -> None:
    curve = beside_curve(np.array([3.0, 2.0]), [3.0, 1.0], "step", "loss")

    def check() -> None:
        with shown(curve):
            assert_close(np.zeros(2), np.ones(2))

    assert exhibit_of(check) is curve


def test_a_block_with_nothing_to_show_leaves_what_there_is() -> None:
    def check() -> None:
        with shown(beside_curve("no numbers", [1.0], "step", "loss")):
            assert_close(np.zeros(2), np.ones(2))

    assert isinstance(exhibit_of(check), Arrays)


def test_a_block_that_passes_shows_nothing() -> None:
    with shown(Arrays(np.zeros(2), np.zeros(2))):
        assert_close(np.zeros(2), np.zeros(2))


def test_a_plot_is_told_by_its_points_and_lines() -> None:
    curves = (
        protocol.Curve(x=(0.0, 1.0), y=(5.0, 6.0), line=False, markers=True, endless=False),
        protocol.Curve(x=(0.0, 1.0), y=(1.0, 2.0), line=True, markers=False, endless=True),
    )
    axes = SeenAxes(protocol.Axes(1, curves, ((7.0, 8.0),), "x", "", ""))

    def check() -> None:
        with shown(beside_plot(axes, [0.0], [1.0], Line((0.0, 1.0), (0.0, 1.0)), "x", "y")):
            fail("No line.")

    exhibit: Any = exhibit_of(check)
    assert exhibit.seen.points.tolist() == [[7.0, 8.0], [0.0, 5.0], [1.0, 6.0]]
    assert exhibit.seen.lines == (Line((0.0, 1.0), (1.0, 2.0), endless=True),)
    assert (exhibit.seen.xlabel, exhibit.seen.ylabel) == ("x", "")
    assert exhibit.expected.points.tolist() == [[0.0, 1.0]]


@pytest.mark.parametrize(
    ("code", "argument", "after"),
    [
        ("def f(x):\n    x[0] = 9.0\n    return x.sum()", np.array([1.0, 2.0]), [9.0, 2.0]),
        ("def f(x):\n    x['b']['c'] = 9.0\n    return 1.0", {"a": 1.0, "b": {"c": 2.0}}, {"a": 1.0, "b": {"c": 9.0}}),
        ("def f(x):\n    x.append(9.0)\n    return 1.0", [1.0], [1.0, 9.0]),
        ("def f(x):\n    x.clear()\n    return 1.0", [1.0], []),
    ],
)
def test_a_changed_argument_comes_whole_as_it_was_and_as_it_is(
    write: Write, code: str, argument: Any, after: Any
) -> None:
    exhibit = exhibit_of(lambda: assert_pure(write(code).f, argument, returns=lambda _: None))
    assert isinstance(exhibit, Changed)
    assert exhibit.name == "x"
    assert np.asarray(exhibit.before).tolist() == np.asarray(argument).tolist()
    plain = exhibit.after.tolist() if isinstance(exhibit.after, np.ndarray) else exhibit.after
    assert plain == after


def test_of_several_arguments_the_changed_one_is_shown(write: Write) -> None:
    code = "def f(x, xs, *, key):\n    key[1] = 0.0\n    return 1.0"
    check = write(code).f
    exhibit = exhibit_of(lambda: assert_pure(check, 1.0, [2.0], key=[3.0, 4.0], returns=lambda _: None))
    assert isinstance(exhibit, Changed)
    assert (exhibit.name, exhibit.before, exhibit.after) == ("key", [3.0, 4.0], [3.0, 0.0])


def test_a_global_that_changed_is_told_and_not_shown(write: Write) -> None:
    code = "calls = []\ndef f(x):\n    calls.append(1)\n    return 1.0"
    assert exhibit_of(lambda: assert_pure(write(code).f, 1.0, returns=1.0)) is None


# --------------------------------------------------------------------------- what of it can be seen

HUGE = Line(tuple(range(100_000)), tuple(range(100_000)))
PLOT = Plot(np.zeros((2, 2)), (Line((0.0, 2.0), (1.0, 3.0)),), "x", "y")


@pytest.mark.parametrize(
    "exhibit",
    [
        None,
        Changed("x", 1, 2),
        Arrays(np.zeros(()), np.ones(()), np.array(True)),  # a number says itself
        Arrays(np.zeros(1000), np.ones(1000), np.ones(1000, bool)),
        Arrays(np.zeros((2, 2, 2)), np.ones((2, 2, 2)), np.ones((2, 2, 2), bool)),
        Arrays(np.zeros(2, complex), np.ones(2), np.ones(2, bool)),
        Curves(np.zeros(0), np.ones(3), "step", "loss"),
        Curves(np.ones(3), np.ones(1), "step", "loss"),
    ],
)
def test_what_would_be_no_picture_is_none(exhibit: Exhibit | None) -> None:
    assert picture_of(exhibit) is None


@pytest.mark.parametrize(
    "exhibit",
    [
        Arrays(np.full((10, 8), -1.234567e-300), np.full((10, 8), 1.0), np.ones((10, 8), bool), "['w']" * 1000),
        Curves(np.linspace(0, 1, 1_000_000), np.linspace(0, 1, 1_000_000), "s" * 1000, "l" * 1000),
        Plots(Plot(np.full((100_000, 2), np.nan), (HUGE,) * 5000, "x" * 5000, "y" * 5000), PLOT),
    ],
    ids=["arrays", "curves", "plots"],
)
def test_a_picture_is_small_whatever_it_was_made_of(exhibit: Exhibit) -> None:
    picture = picture_of(exhibit)
    assert len(msgspec.json.encode(picture)) < 20_000
    assert msgspec.json.decode(msgspec.json.encode(picture), type=Picture) == picture


def test_a_picture_holds_what_is_no_number_and_no_more_digits_than_can_be_seen() -> None:
    seen = np.array([np.nan, np.inf, -np.inf, -0.0, 1 / 3])
    picture = picture_of(Arrays(seen, np.ones(5), np.ones(5, bool)))
    assert isinstance(picture, ArraysPicture)
    assert picture.seen.entries == ("nan", "inf", "-inf", 0.0, 0.333333)
    assert picture.wrong == (0, 1, 2, 3, 4)


def test_a_long_curve_keeps_both_its_ends() -> None:
    picture = picture_of(Curves(np.arange(5000.0), np.arange(3.0), "step", "loss"))
    assert isinstance(picture, CurvesPicture)
    assert (picture.seen.x[0], picture.seen.x[-1]) == (picture.seen.y[0], picture.seen.y[-1]) == (0, 4999)
    assert picture.expected.x == (0, 1, 2)


def test_of_many_lines_some_are_shown_and_the_others_counted() -> None:
    picture = picture_of(Plots(Plot(np.zeros((150, 2)), (HUGE,) * 20, "", ""), PLOT))
    assert isinstance(picture, PlotsPicture)
    assert (len(picture.seen.lines), picture.seen.more_lines) == (8, 12)
    assert (len(picture.seen.points.x), picture.seen.more_points) == (100, 50)
