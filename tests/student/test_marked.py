"""A value before and after: what changed is marked, and only that."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.checking.exhibits import Changed
from autograder.checking.values import SeenArray, UnknownObject
from autograder.student import marked


def both(before: Any, after: Any) -> tuple[str, str]:
    sides = marked.sides(Changed("x", before, after))
    return marked.as_text(sides.before), marked.as_text(sides.after)


def jax(values: Any) -> SeenArray:
    array = np.asarray(values).view(SeenArray)
    array.kind = "jax"
    return array


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (np.array([1.0, 2.5]), np.array([1.0, 0.0]), ("[1., *2.5*]", "[1., *0.*]")),
        (np.array([[1, 2], [3, 4]]), np.array([[1, 2], [0, 4]]), ("[[1, 2], [*3*, 4]]", "[[1, 2], [*0*, 4]]")),
        (np.array(1.0), np.array(2.0), ("*1.*", "*2.*")),
        (np.array([np.nan, 1.0]), np.array([np.nan, 2.0]), ("[nan, *1.*]", "[nan, *2.*]")),
        (np.array([1.0]), np.array([1.00001]), ("[*1.*]", "[*1.00001*]")),
        (np.zeros(1), np.zeros((1, 1)), ("*[0.]*", "*[[0.]]*")),
        ([1, 2], [1, 2, 3], ("[1, 2]", "[1, 2, *3*]")),
        ([1, 2], [1], ("[1, *2*]", "[1]")),
        ([], [1], ("[]", "[*1*]")),
        ((1, [2]), (1, [3]), ("(1, [*2*])", "(1, [*3*])")),
        ({"w": 1, "b": 2}, {"w": 1, "b": 3}, ("{'w': 1, 'b': *2*}", "{'w': 1, 'b': *3*}")),
        ({"w": 1}, {"w": 1, "n": 2}, ("{'w': 1}", "{'w': 1, *'n': 2*}")),
        ({"w": 1, "n": 2}, {"w": 1}, ("{'w': 1, *'n': 2*}", "{'w': 1}")),
        ([1.0], [True], ("[*1*]", "[*True*]")),
        ([None], [1], ("[*None*]", "[*1*]")),
        ([1], [UnknownObject("Tracer")], ("[*1*]", "[*a tracer*]")),
        (np.array([1.0]), jax([1.0]), ("*[1.] (NumPy, float64)*", "*[1.] (JAX, float64)*")),
    ],
)
def test_what_changed_stands_between_stars(before: Any, after: Any, shown: tuple[str, str]) -> None:
    assert both(before, after) == shown


def test_of_a_long_array_what_changed_is_shown_with_its_neighbours() -> None:
    before = np.arange(1000)
    after = before.copy()
    after[[5, 999]] = 0
    assert both(before, after) == ("[…, 4, *5*, 6, …, 998, *999*]", "[…, 4, *0*, 6, …, 998, *0*]")


def test_of_an_array_that_changed_all_over_the_beginning_is_shown() -> None:
    shown, _ = both(np.zeros(1000), np.ones(1000))
    assert shown.count("*0.*") == 12
    assert shown.endswith(", …]")


def test_html_has_a_frame_and_a_meaning_and_escapes() -> None:
    sides = marked.sides(Changed("x", ["<b>", 1], ["<b>", 2]))
    before, after = marked.as_html(sides.before, "del"), marked.as_html(sides.after, "ins")
    assert "&lt;b&gt;" in before
    assert "<b>" not in before
    assert before.count("<del ") == before.count("border:2px") == 1
    assert ">2</ins>" in after
