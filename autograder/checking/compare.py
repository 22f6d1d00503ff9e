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

from autograder.checking import hints, misconceptions
from autograder.checking.calls import call_of
from autograder.checking.exhibits import Arrays
from autograder.checking.failure import CheckFailure
from autograder.checking.values import WRITTEN_OUT, JaxInput, SeenArray, SeenAxes, UnknownObject, describe, written
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
    """The first thing that is not as expected, in words.

    `path` is the part of the answer that it is about, such as `[0]['w']`; `aside` helps where nothing has a name.
    """

    message: str
    hint: str
    misconception: str | None = None
    path: str = ""
    aside: str = ""
    exhibit: Arrays | None = None


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
    call = call_of(actual)
    said = (
        misconceptions.says(named) if named else "",
        sentence(difference, what),
        "" if named else difference.aside,
        f"The call was {call}." * bool(call),
    )
    raise CheckFailure(
        " ".join(part for part in said if part),
        hint=misconceptions.hint(named) if named else difference.hint,
        misconception=named,
        exhibit=difference.exhibit,
    )


def sentence(difference: Difference, what: str = "The result") -> str:
    """The difference as a sentence about `what`."""
    if not difference.path:
        return f"{what}{difference.message}"
    if what == "The result":
        return f"`result{difference.path}`{difference.message}"
    return f"{what} has a part `{difference.path}` that{difference.message}"


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
        hint = "Print what your function returns, and hand on unchanged what is not to be changed."
        return None if same else Difference(f" should be {expected!r}, but is {describe(actual)}.", hint)
    return _number(actual, np.asarray(expected), rules)


# --------------------------------------------------------------------------- structure


def _mapping(actual: Any, expected: dict[Any, Any], rules: Rules) -> Difference | None:
    if not isinstance(actual, dict):
        return _wrong_form(actual, f"a dict with the keys {_keys(expected)}", hints.for_dict(actual))
    if set(actual) != set(expected) or len(actual) != len(expected):
        return Difference(
            f" should have the keys {_keys(expected)}, but has {_keys(actual)}.",
            "Return exactly these keys, no fewer and no more, each at its own level.",
        )
    for key, value in expected.items():
        difference = find_difference(actual[key], value, rules)
        if difference:
            return _deeper(difference, f"[{key!r}]")
    return None


def _sequence(actual: Any, expected: Sequence[Any], rules: Rules) -> Difference | None:
    kind = "tuple" if isinstance(expected, tuple) else "list"
    wanted = f"a {kind} of {_count(expected)}"
    accepted = isinstance(actual, tuple | list) if isinstance(expected, tuple) else isinstance(actual, list)
    if not accepted:
        hint = "Return all the parts, in the order of the page: `return a, b`."
        return _wrong_form(actual, wanted, hint if kind == "tuple" else "Return a list: `[…]`, or `list(…)`.")
    if len(actual) != len(expected):
        hint = "Count what you return, and look at the parentheses of the answer that the page shows."
        return Difference(f" should be {wanted}, but has {_count(actual)}.", hint)
    for i, (mine, theirs) in enumerate(zip(actual, expected, strict=True)):
        difference = find_difference(mine, theirs, rules)
        if difference:
            return _deeper(difference, f"[{i}]")
    return None


def _count(parts: Sequence[Any]) -> str:
    return f"{len(parts)} {'part' if isinstance(parts, tuple) else 'item'}{'s' * (len(parts) != 1)}"


def _deeper(difference: Difference, path: str) -> Difference:
    # A part that is `None` does not mean that nothing was returned.
    named = None if difference.misconception == "returns-nothing" else difference.misconception
    exhibit = difference.exhibit
    exhibit = exhibit._replace(path=path + exhibit.path) if exhibit else None
    return difference._replace(path=path + difference.path, misconception=named, exhibit=exhibit)


def _keys(mapping: Mapping[Any, Any]) -> str:
    return ", ".join(sorted(key if key.startswith("(") else repr(key) for key in map(str, mapping))) or "none"


def _wrong_form(actual: Any, wanted: str, hint: str = hints.OWN_FORM) -> Difference:
    if actual is None:
        return Difference(f" should be {wanted}, but is None.", hint, "returns-nothing")
    if isinstance(actual, UnknownObject):
        return Difference(f" should be {wanted}, but is {describe(actual)}.", hint, _OBJECTS.get(actual.type_name))
    if isinstance(actual, SeenAxes):
        return Difference(f" should be {wanted}, but is a Matplotlib Axes.", hint)
    if callable(actual):
        return Difference(f" should be {wanted}, but is a function.", hint, "gradient-not-called")
    return Difference(f" should be {wanted}, but is {_a_kind(actual)}.", hint)


_OBJECTS = {
    "_IndexUpdateRef": "at-unfinished",
    "_IndexUpdateHelper": "at-unfinished",
    "Tracer": "leaked-tracer",
}


def _a_kind(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}" if value.shape else f"the single number {describe(value)}"
    if isinstance(value, tuple | list):
        return f"a {type(value).__name__} of {_count(value)}"
    if isinstance(value, dict):
        return f"a dict with the keys {_keys(value)}"
    kind = {str: "text", float: "number", int: "number"}.get(type(value), type(value).__name__)
    return f"the {kind} {describe(value)}"


# --------------------------------------------------------------------------- numbers


def _number(actual: Any, expected: NDArray[Any], rules: Rules) -> Difference | None:
    wanted = f"an array of shape {expected.shape}" if expected.shape else "a single number"
    if isinstance(actual, tuple | list | dict | str) or not isinstance(
        actual, bool | int | float | complex | np.ndarray | np.generic
    ):
        difference = _wrong_form(actual, wanted, hints.for_array(actual, expected))
        if isinstance(actual, tuple) and len(actual) == 1 and find_difference(actual[0], expected, rules) is None:
            return difference._replace(misconception="argnums-tuple")
        return difference
    array = np.asarray(actual)
    if rules.kind == "jax" and getattr(actual, "kind", None) != "jax":
        seen = "a NumPy array" if isinstance(actual, SeenArray) else _a_kind(actual)
        return Difference(f" should be a JAX array (`jax.Array`), but is {seen}.", "Make it with `jnp`, not with `np`.")
    if array.shape != expected.shape:
        seen = f"has shape {array.shape}" if array.shape else f"is the single number {describe(array)}"
        exhibit = Arrays(array, expected)
        return Difference(f" should be {wanted}, but {seen}.", hints.for_shape(array, expected), exhibit=exhibit)
    return _dtype(actual, array, expected, rules) or _values(array, expected, rules)


def _dtype(actual: Any, array: NDArray[Any], expected: NDArray[Any], rules: Rules) -> Difference | None:
    name = getattr(actual, "dtype_name", "") or array.dtype.name
    family, wanted = _family(array), _family(expected)
    if rules.dtype == "number":
        return None if family in "if" else Difference(f" should be a number, but has dtype {name}.", hints.DTYPE)
    if rules.dtype != "same":
        return (
            None
            if name == rules.dtype
            else Difference(f" should have dtype {rules.dtype}, but has {name}.", hints.DTYPE)
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
        f" should hold {words[wanted]}, but holds {words.get(family, name)} (dtype {name}).",
        hints.for_kind(family, wanted),
        "int-truncates" if cut else None,
    )


def _family(array: NDArray[Any]) -> str:
    return {"u": "i"}.get(array.dtype.kind, array.dtype.kind)


def _values(array: NDArray[Any], expected: NDArray[Any], rules: Rules) -> Difference | None:
    wrong = ~close_entries(array, expected, rules)
    if not wrong.any():
        return None
    named, factor = _named_value(array, expected, rules), _common_factor(array, expected, rules)
    hint, exhibit = hints.for_value(array, factor), Arrays(array, expected, wrong)
    if expected.size <= WRITTEN_OUT:
        right, seen = _apart(expected, array, wrong)
        aside = f"That is {factor} times as much everywhere." * bool(factor)
        return Difference(f" should be {right}, but is {seen}.", hint, named, aside=aside, exhibit=exhibit)
    place = tuple(int(i) for i in np.argwhere(wrong)[0])
    right, seen = _apart(expected[place], array[place], np.array(True))
    message = f" should be {right}, but is {seen} ({int(wrong.sum())} of {wrong.size} entries differ)."
    return Difference(message, hint, named, f"[{', '.join(map(str, place))}]", exhibit=exhibit)


def _apart(expected: NDArray[Any], array: NDArray[Any], wrong: NDArray[np.bool_]) -> tuple[str, str]:
    """Both, with no more digits than it takes to see the difference in every entry that is wrong."""
    for digits in (4, 6):
        pairs = zip(np.asarray(expected)[wrong], np.asarray(array)[wrong], strict=True)
        if all(written(np.asarray(right), digits) != written(np.asarray(seen), digits) for right, seen in pairs):
            break
    else:
        digits = 9
    return written(np.asarray(expected), digits), written(np.asarray(array), digits)


_SMALLEST_FACTOR = 1e-3  # a smaller one is no factor that was forgotten
_ROUNDING = 0.01  # nor is one so near to 1


def _common_factor(array: NDArray[Any], expected: NDArray[Any], rules: Rules) -> str:
    """Where every entry is off by the same factor, which one: a beginner's mean for a sum, or a factor forgotten."""
    if {array.dtype.kind, expected.dtype.kind} not in ({"f"}, {"f", "i"}) or np.count_nonzero(expected) < 2:
        return ""
    largest = np.unravel_index(np.argmax(np.abs(expected)), expected.shape)
    factor = float(array[largest]) / float(expected[largest])
    plausible = _SMALLEST_FACTOR < abs(factor) < 1 / _SMALLEST_FACTOR and abs(factor - 1.0) > _ROUNDING
    return f"{factor:.4g}" if plausible and close_entries(array, factor * expected, rules).all() else ""


def close_entries(array: NDArray[Any], expected: NDArray[Any], rules: Rules) -> NDArray[np.bool_]:
    """Which entries are close: exact for integers and truth values, `rtol` times the scale for floats."""
    if expected.dtype.kind in "biu" or rules.exact:
        return np.asarray(array == expected, dtype=np.bool_)
    wanted, seen = (each.astype(np.complex128 if each.dtype.kind == "c" else np.float64) for each in (expected, array))
    if np.isnan(wanted).any():
        raise ValueError("a check's expected value holds NaN")
    finite = np.isfinite(wanted)
    scale = rules.scale if rules.scale is not None else float(np.max(np.abs(wanted[finite]), initial=0.0))
    with np.errstate(invalid="ignore", over="ignore"):
        close = np.abs(seen - wanted) <= rules.rtol * scale
    return np.asarray(np.where(finite, close & np.isfinite(seen), seen == wanted), dtype=np.bool_)


_CUT = 3  # so many numbers do not lose what stands behind their point by chance


def _named_value(array: NDArray[Any], expected: NDArray[Any], rules: Rules) -> str | None:
    if array.dtype.kind != "f" or not np.any(expected):
        return None
    if close_entries(-array, expected, rules).all():
        return "sign"
    cut = (expected != np.trunc(expected)) & (np.trunc(expected) != 0)
    if np.count_nonzero(cut) >= _CUT and np.array_equal(array, np.trunc(expected)):
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
