"""Is this the right answer?  Kind first, then shape, then values; broadcasting never helps, NaN is never equal.

The tolerance follows the scale of the expected array, not of each entry: float32 rounding is as large as the largest
number that took part.  0 is not close to 1e-9 unless the check says at which scale zero is meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from autograder.checking import misconceptions
from autograder.checking.failure import CheckFailure
from autograder.checking.values import JaxInput, SeenArray, SeenAxes, UnknownObject, describe
from autograder.sandbox.protocol import Kind

RTOL = 1e-4  # the course's promise: values within 1e-4 of the exact ones, relative to their scale

DtypeRule = Literal["same", "number"]


class Rules(NamedTuple):
    """How strictly to compare.

    `scale`: the size at which the expected values are meant, when they may be zero. `exact`: no tolerance.
    `kind`: "jax" where a NumPy array is not accepted. `dtype`: "same" kind of number as expected, any "number", or the
    name of the very dtype, such as "float32".
    """

    rtol: float = RTOL
    scale: float | None = None
    exact: bool = False
    kind: Kind | None = None
    dtype: str = "same"


class Difference(NamedTuple):
    """The first thing that is not as expected, in words; `about` says which part of the answer."""

    message: str
    misconception: str | None = None
    about: Literal["form", "shape", "dtype", "value"] = "value"


def assert_close(
    actual: Any,
    expected: Any,
    *,
    rtol: float = RTOL,
    scale: float | None = None,
    exact: bool = False,
    kind: Kind | None = None,
    dtype: str = "same",
    confusions: Mapping[str, Any] | None = None,
    what: str = "The result",
) -> None:
    """Fail unless `actual` (an answer) is `expected` (numbers, arrays, or tuples, lists, dicts of them).

    A tuple accepts a list; a list wants a list; a dict wants the same keys in any order.  `confusions` maps ids of
    misconceptions to the values they lead to (a `list` of alternatives is allowed when `expected` is no list).
    Raises `CheckFailure`; `ValueError` when `expected` itself holds a NaN.
    """
    rules = Rules(rtol, scale, exact, kind, dtype)
    difference = find_difference(actual, expected, rules)
    if difference is None:
        return
    named = _confusion(actual, expected, confusions or {}, rules)
    named = named or difference.misconception or _structure(actual, expected, rules)
    says = misconceptions.says(named) if named else ""
    raise CheckFailure(
        f"{says} {what}{difference.message}".strip(),
        hint=misconceptions.hint(named) if named else _HINTS[difference.about],
        misconception=named,
    )


_HINTS = {
    "form": "Compare what you return with what the page asks for, part by part.",
    "shape": "Print the shapes inside your function and compare them with the docstring.",
    "dtype": "Look at the dtype you return, and at the one that the docstring asks for.",
    "value": "Work the smallest example out by hand and compare.",
}


def is_close(actual: Any, expected: Any, **rules: Any) -> bool:
    """The same judgement as `assert_close`, as a truth value."""
    return find_difference(actual, expected, Rules(**rules)) is None


def find_difference(actual: Any, expected: Any, rules: Rules) -> Difference | None:
    """The first difference, or `None`.  `actual` is data from the other side; nothing of it is called."""
    if isinstance(expected, JaxInput):
        expected = expected.array
    if isinstance(expected, dict):
        return _mapping(actual, expected, rules)
    if isinstance(expected, tuple | list):
        return _sequence(actual, expected, rules)
    if expected is None or isinstance(expected, str):
        same = type(actual) is type(expected) and actual == expected
        return None if same else Difference(f" should be {expected!r}, but is {describe(actual)}.", about="form")
    return _number(actual, np.asarray(expected), rules)


# --------------------------------------------------------------------------- structure


def _mapping(actual: Any, expected: dict[Any, Any], rules: Rules) -> Difference | None:
    if not isinstance(actual, dict):
        return _wrong_form(actual, f"a dict with the keys {_keys(expected)}")
    if set(actual) != set(expected) or len(actual) != len(expected):
        return Difference(f" should have the keys {_keys(expected)}, but has {_keys(actual)}.", about="form")
    for key, value in expected.items():
        difference = find_difference(actual[key], value, rules)
        if difference:
            return _deeper(difference, f"[{key!r}]")
    return None


def _sequence(actual: Any, expected: Sequence[Any], rules: Rules) -> Difference | None:
    wanted = f"a {'tuple' if isinstance(expected, tuple) else 'list'} of {len(expected)}"
    accepted = isinstance(actual, tuple | list) if isinstance(expected, tuple) else isinstance(actual, list)
    if not accepted:
        return _wrong_form(actual, wanted)
    if len(actual) != len(expected):
        return Difference(f" should be {wanted}, but has {len(actual)} parts.", about="form")
    for i, (mine, theirs) in enumerate(zip(actual, expected, strict=True)):
        difference = find_difference(mine, theirs, rules)
        if difference:
            return _deeper(difference, f"[{i}]")
    return None


def _deeper(difference: Difference, path: str) -> Difference:
    # A part that is `None` does not mean that nothing was returned.
    named = None if difference.misconception == "returns-nothing" else difference.misconception
    return difference._replace(message=path + difference.message, misconception=named)


def _keys(mapping: Mapping[Any, Any]) -> str:
    return ", ".join(sorted(repr(key) for key in mapping)) or "none"


def _wrong_form(actual: Any, wanted: str) -> Difference:
    if actual is None:
        return Difference(f" should be {wanted}, but is None.", "returns-nothing", "form")
    if isinstance(actual, UnknownObject):
        return Difference(f" should be {wanted}, but is {describe(actual)}.", _OBJECTS.get(actual.type_name), "form")
    if isinstance(actual, SeenAxes):
        return Difference(f" should be {wanted}, but is a Matplotlib Axes.", None, "form")
    if callable(actual):
        return Difference(f" should be {wanted}, but is a function.", "gradient-not-called", "form")
    return Difference(f" should be {wanted}, but is {_a_kind(actual)}.", None, "form")


_OBJECTS = {
    "_IndexUpdateRef": "at-unfinished",
    "_IndexUpdateHelper": "at-unfinished",
    "Tracer": "leaked-tracer",
}


def _a_kind(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    if isinstance(value, tuple | list):
        return f"a {type(value).__name__} of {len(value)}"
    if isinstance(value, dict):
        return f"a dict with the keys {_keys(value)}"
    return f"the {type(value).__name__} {describe(value)}"


# --------------------------------------------------------------------------- numbers


def _number(actual: Any, expected: NDArray[Any], rules: Rules) -> Difference | None:
    wanted = f"an array of shape {expected.shape}" if expected.shape else "a single number"
    if isinstance(actual, tuple | list | dict | str) or not isinstance(
        actual, bool | int | float | complex | np.ndarray | np.generic
    ):
        difference = _wrong_form(actual, wanted)
        if isinstance(actual, tuple) and len(actual) == 1 and find_difference(actual[0], expected, rules) is None:
            return difference._replace(misconception="argnums-tuple")
        return difference
    array = np.asarray(actual)
    if rules.kind == "jax" and getattr(actual, "kind", None) != "jax":
        seen = "a NumPy array" if isinstance(actual, SeenArray) else _a_kind(actual)
        return Difference(f" should be a jax.Array, but is {seen}.", about="form")
    if array.shape != expected.shape:
        seen = f"has shape {array.shape}" if isinstance(actual, np.ndarray) else f"is {describe(actual)}"
        return Difference(f" should be {wanted}, but {seen}.", about="shape")
    return _dtype(actual, array, expected, rules) or _values(array, expected, rules)


def _dtype(actual: Any, array: NDArray[Any], expected: NDArray[Any], rules: Rules) -> Difference | None:
    name = getattr(actual, "dtype_name", "") or array.dtype.name
    family, wanted = _family(array), _family(expected)
    if rules.dtype == "number":
        return None if family in "if" else Difference(f" should be a number, but has dtype {name}.", about="dtype")
    if rules.dtype != "same":
        return (
            None
            if name == rules.dtype
            else Difference(f" should have dtype {rules.dtype}, but has {name}.", about="dtype")
        )
    if family == wanted:
        return None
    words = {"f": "floats", "i": "integers", "b": "True/False", "c": "complex numbers"}
    cut = (
        family == "i"
        and wanted == "f"
        and np.array_equal(array, np.trunc(expected))
        and bool(np.any(array != expected))
    )
    return Difference(
        f" should hold {words[wanted]}, but holds {words.get(family, name)} ({name}).",
        "int-truncates" if cut else None,
        "dtype",
    )


def _family(array: NDArray[Any]) -> str:
    return {"u": "i"}.get(array.dtype.kind, array.dtype.kind)


def _values(array: NDArray[Any], expected: NDArray[Any], rules: Rules) -> Difference | None:
    wrong = ~close_entries(array, expected, rules)
    if not wrong.any():
        return None
    if expected.size <= 12:
        return Difference(
            f" should be {describe(expected)}, but is {describe(array)}.", _named_value(array, expected, rules)
        )
    place = tuple(int(i) for i in np.argwhere(wrong)[0])
    index = f"[{', '.join(map(str, place))}]"
    message = f"{index} should be {describe(expected[place])}, but is {describe(array[place])}"
    return Difference(
        f"{message} ({int(wrong.sum())} of {wrong.size} entries differ).", _named_value(array, expected, rules)
    )


def close_entries(array: NDArray[Any], expected: NDArray[Any], rules: Rules) -> NDArray[np.bool_]:
    """Which entries are close: exact for integers and truth values, `rtol` times the scale for floats."""
    if expected.dtype.kind in "biu" or rules.exact:
        return np.asarray(array == expected, dtype=np.bool_)
    wanted, seen = expected.astype(np.float64), array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)
    if np.isnan(wanted).any():
        raise ValueError("a check's expected value holds NaN")
    finite = np.isfinite(wanted)
    scale = rules.scale if rules.scale is not None else float(np.max(np.abs(wanted[finite]), initial=0.0))
    with np.errstate(invalid="ignore", over="ignore"):
        close = np.abs(seen - wanted) <= rules.rtol * scale
    return np.asarray(np.where(finite, close & np.isfinite(seen), seen == wanted), dtype=np.bool_)


def _named_value(array: NDArray[Any], expected: NDArray[Any], rules: Rules) -> str | None:
    if array.dtype.kind != "f" or not np.any(expected):
        return None
    if close_entries(-array, expected, rules).all():
        return "sign"
    if np.any(array) and np.array_equal(array, np.trunc(expected)):
        return "int-truncates"
    return None


def _structure(actual: Any, expected: Any, rules: Rules) -> str | None:
    """A name for an answer that holds the right values in another arrangement."""
    if not isinstance(actual, tuple | list):
        return None
    if isinstance(expected, tuple):
        if _repeated(actual, expected):
            return "tree-arithmetic"
        if len(actual) == len(expected) and any(map(partial(_in_a_tuple, rules=rules), actual, expected)):
            return "argnums-tuple"
        leaves, wanted = _leaves(actual), _leaves(expected)
        same = len(leaves) == len(wanted) and all(
            find_difference(mine, theirs, rules) is None for mine, theirs in zip(leaves, wanted, strict=True)
        )
        return "nesting" if same else None
    return "argnums-tuple" if _in_a_tuple(actual, expected, rules) else None


def _in_a_tuple(actual: Any, expected: Any, rules: Rules) -> bool:
    """`(gradient,)` where `gradient` was asked for."""
    if not isinstance(actual, tuple) or len(actual) != 1 or isinstance(expected, tuple | list):
        return False
    return find_difference(actual[0], expected, rules) is None


def _repeated(actual: Sequence[Any], expected: tuple[Any, ...]) -> bool:
    """`2 * (a, b)` is `(a, b, a, b)`."""
    half = len(expected)
    return len(actual) == 2 * half > 0 and repr(list(actual[:half])) == repr(list(actual[half:]))


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, tuple | list):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]


def _confusion(actual: Any, expected: Any, confusions: Mapping[str, Any], rules: Rules) -> str | None:
    loose = rules._replace(kind=None, dtype="number", exact=False)
    for misconception, value in confusions.items():
        candidates = value if isinstance(value, list) and not isinstance(expected, list) else [value]
        for candidate in candidates:
            # On data where the wrong way leads to the right value it explains nothing.
            if find_difference(candidate, expected, loose) is None:
                continue
            if find_difference(actual, candidate, loose) is None:
                return misconception
    return None
