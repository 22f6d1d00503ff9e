"""What a failure brings along to look at, and that no report has it."""

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
from autograder.checking.exhibits import Arrays, Changed, Exhibit
from autograder.checking.values import SeenAxes
from autograder.model import CheckResult
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


def test_no_report_has_a_place_for_it() -> None:
    assert not {"exhibit", "picture"} & {field.name for field in msgspec.structs.fields(CheckResult)}
