"""What counts as the right answer, and what is said of a wrong one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.checking import CheckFailure, assert_close, is_close
from autograder.checking.values import SeenArray, UnknownObject


def seen(values: Any, kind: str = "jax", dtype: Any = None) -> SeenArray:
    """An array as it comes back from a worker."""
    array = np.array(values, dtype=dtype).view(SeenArray)
    array.kind, array.dtype_name = kind, array.dtype.name  # type: ignore[assignment]
    return array


def refusal(actual: Any, expected: Any, **rules: Any) -> CheckFailure:
    with pytest.raises(CheckFailure) as caught:
        assert_close(actual, expected, **rules)
    return caught.value


X = np.array([1.0, -2.0, 3.0])


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (seen(X), X),
        (seen(X, "numpy"), X),
        (seen(X * (1 + 5e-5), dtype=np.float32), X),
        (seen(3.0), 3.0),
        (3.0, 3.0),
        (3, 3),
        (seen(3, dtype=np.int8), 3),
        (seen(3, dtype=np.uint16), np.int64(3)),
        (True, True),
        ([seen(X), 1.0], (X, 1.0)),
        ((seen(X), 1.0), (X, 1.0)),
        ({"b": 1.0, "w": seen(X)}, {"w": X, "b": 1.0}),
        (seen([np.inf, 1.0]), np.array([np.inf, 1.0])),
        (seen(np.zeros((0, 3))), np.zeros((0, 3))),
        (None, None),
        (seen(0.0), np.array(0.0)),
        (seen([1j, 2.0]), np.array([1j, 2.0])),
        (1 + 1j, 1 + 1j),
    ],
)
def test_right_answers_pass(actual: Any, expected: Any) -> None:
    assert_close(actual, expected)


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (seen(X + 1e-3), X),
        (seen([np.nan, 1.0]), np.array([0.0, 1.0])),
        (np.nan, 1.0),
        (seen([np.inf, 1.0]), np.array([3e38, 1.0])),
        (seen([-np.inf, 1.0]), np.array([np.inf, 1.0])),
        (seen(X[:1]), X),  # broadcasting would make them equal-shaped
        (seen(3.0), np.array([3.0])),
        (seen([3.0]), 3.0),
        (seen(np.zeros(0)), np.zeros(3)),
        (seen(np.zeros((0, 2))), np.zeros((0, 3))),
        (1e-9, 0.0),  # zero has no scale of its own
        (seen([1e-9, 0.0]), np.zeros(2)),
        (3.0, 3),
        (3, 3.0),
        (True, 1),
        (1, True),
        (seen([1 + 0j]), np.array([1.0])),
        ((seen(X),), X),
        ((seen(X), 1.0, 2.0), (X, 1.0)),
        ((X, 1.0), [X, 1.0]),
        ({"w": seen(X)}, {"w": X, "b": 1.0}),
        ({"w": seen(X), "b": 1.0, "c": 1.0}, {"w": X, "b": 1.0}),
        (None, X),
        ("3.0", 3.0),
        (UnknownObject("Wrapper"), X),
        (lambda: X, X),
        (seen([np.inf, -np.inf, np.inf], dtype=np.float16), X * 60000),  # what overflowed is not the number
    ],
)
def test_wrong_answers_fail(actual: Any, expected: Any) -> None:
    refusal(actual, expected)


def test_the_scale_of_zero_can_be_said() -> None:
    assert_close(seen([1e-7, 0.0]), np.zeros(2), scale=1.0)
    refusal(seen([1e-3, 0.0]), np.zeros(2), scale=1.0)


def test_exact_means_exact() -> None:
    assert_close(seen(X, dtype=np.float32), X, exact=True)
    refusal(seen(np.nextafter(X, 9)), X, exact=True)


def test_a_kind_and_a_dtype_can_be_asked_for() -> None:
    assert_close(seen(X, dtype=np.float32), X, kind="jax", dtype="float32")
    assert "jax.Array" in refusal(seen(X, "numpy"), X, kind="jax").message
    assert "float32" in refusal(seen(X, dtype=np.float64), X, dtype="float32").message
    assert_close(3, 3.0, dtype="number")


def test_an_expected_nan_is_the_authors_mistake() -> None:
    with pytest.raises(ValueError, match="NaN"):
        assert_close(1.0, np.nan)


@pytest.mark.parametrize(
    ("actual", "expected", "misconception"),
    [
        (lambda: 1, X, "gradient-not-called"),
        ((seen(X),), X, "argnums-tuple"),
        (seen(-X), X, "sign"),
        (None, X, "returns-nothing"),
        (UnknownObject("_IndexUpdateRef"), X, "at-unfinished"),
        (UnknownObject("Tracer"), X, "leaked-tracer"),
        ((1.0, seen(X), seen(-X)), ((1.0, X), -X), "nesting"),
        ((seen(X), seen(-X), seen(X), seen(-X)), (2 * X, -2 * X), "tree-arithmetic"),
        ((1.0, (seen(X),)), (1.0, X), "argnums-tuple"),
        (seen(np.trunc(1.1 * X)), 1.1 * X, "int-truncates"),
        (seen([0.0, -2.0]), np.array([2 / 3, -8 / 3]), None),  # by chance, as two numbers may be
        (seen(1.0), 5 / 3, None),
        ((seen(X), "float32"), X, None),
    ],
)
def test_some_wrong_answers_speak_for_themselves(actual: Any, expected: Any, misconception: str | None) -> None:
    assert refusal(actual, expected).misconception == misconception


def test_a_confusion_is_named_with_its_sentence_and_hint() -> None:
    failure = refusal(seen(X), (X, -X), confusions={"nesting": (X, X), "argnums-default": X})
    assert failure.misconception == "argnums-default"
    assert failure.message.startswith("This is the gradient with respect to the first argument")
    assert "argnums=1" in failure.hint


def test_a_confusion_that_leads_to_the_right_value_explains_nothing() -> None:
    failure = refusal(seen(X + 1), X, confusions={"set-not-add": X, "update-dropped": X + 1})
    assert failure.misconception == "update-dropped"


def test_a_confusion_may_have_alternatives() -> None:
    assert refusal(seen(X / 2), X, confusions={"half-loss": [X / 3, X / 2]}).misconception == "half-loss"


def test_the_message_says_where_and_what() -> None:
    table = np.arange(20.0).reshape(4, 5)
    wrong = table.copy()
    wrong[1, 2] += 1
    assert refusal(seen(wrong), table).message == "`result[1, 2]` should be 7, but is 8 (1 of 20 entries differ)."
    assert refusal({"w": seen(X[:1])}, {"w": X}).message == (
        "`result['w']` should be an array of shape (3,), but has shape (1,)."
    )
    assert refusal(seen(np.full(3, 2.0)), X).message == "The result should be [1., -2., 3.], but is [2., 2., 2.]."
    assert refusal({"w": seen(2 * X[0])}, {"w": X[0]}, what="The gradient").message == (
        "The gradient has a part `['w']` that should be 1, but is 2."
    )


def test_a_number_has_the_digits_that_show_the_difference_and_no_more() -> None:
    assert refusal(seen(0.91857912), 0.91821734).message == "The result should be 0.9182, but is 0.9186."
    assert refusal(seen([-0.0, 2.0]), np.ones(2)).message == "The result should be [1., 1.], but is [0., 2.]."
    assert refusal(seen([1.00021, 1.0]), np.ones(2)).message == "The result should be [1., 1.], but is [1.00021, 1.]."


def test_rounding_is_no_factor() -> None:
    failure = refusal(seen(1.0004 * X), X)
    assert "times as much" not in failure.message
    assert "factor" not in failure.hint


def test_one_factor_for_all_entries_is_pointed_out() -> None:
    failure = refusal(seen(X / 2), X)
    assert (
        failure.message
        == "The result should be [1., -2., 3.], but is [0.5, -1., 1.5]. That is 0.5 times as much everywhere."
    )
    assert "factor" in failure.hint
    assert "times" not in refusal(seen(X / 2), X, confusions={"half-loss": X / 2}).message  # its name says it
    assert "times" not in refusal(seen(0.5), 1.0).message  # one number has a factor in any case


@pytest.mark.parametrize(
    ("actual", "expected", "message", "hint"),
    [
        ([1.0, 2.0], np.ones(2), "is a list of 2 items", "jnp.array"),
        (seen(1.0), (1.0, X), "a tuple of 2 parts, but is the single number 1", "return a, b"),
        ([seen(1.0)], [1.0, 2.0], "a list of 2 items, but has 1 item", "Count"),
        (seen(X), {"w": X}, "a dict with the keys 'w', but is an array", "which argument"),
        ({"w": X, "loss": 1.0}, {"w": X}, "should have the keys 'w', but has 'loss', 'w'", "no fewer and no more"),
        (seen([2.0]), 2.0, "a single number, but has shape (1,)", "`()`"),
        (seen(2.0), X, "but is the single number 2", "summed up"),
        (seen(np.ones(6)), np.ones((3, 2)), "but has shape (6,)", "arrangement"),
        (seen([True, False]), np.array([1.0, 0.0]), "but holds True/False", "astype"),
        (seen([0.5, np.nan]), np.ones(2), "nan", "0 / 0"),
        ("3 entries", 3, "is the text '3 entries'", "text"),
    ],
)
def test_a_hint_follows_from_what_was_seen(actual: Any, expected: Any, message: str, hint: str) -> None:
    failure = refusal(actual, expected)
    assert message in failure.message
    assert hint in failure.hint


def test_is_close_is_the_same_judgement() -> None:
    assert is_close(seen(X), X)
    assert not is_close(seen(X + 1), X)
