"""Values on the trusted side: what a check hands over, and what it gets to see of an answer.  NumPy only, no JAX.

An answer arrives as plain Python: tuples, lists, dicts, numbers, and `SeenArray`s, which are NumPy arrays that
remember whether the student returned a NumPy or a JAX array.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from autograder.sandbox import protocol, wire
from autograder.sandbox.protocol import AnyValue, Kind


class SeenArray(np.ndarray[Any, Any]):
    """An array out of an answer.  `kind` is "jax" or "numpy"; `dtype_name` the dtype the student's array had."""

    kind: Kind | None = None
    dtype_name: str = ""

    def __array_finalize__(self, source: object) -> None:
        self.kind = getattr(source, "kind", None)
        self.dtype_name = getattr(source, "dtype_name", "")


class JaxInput:
    """An array that reaches the student's function as a `jax.Array`."""

    def __init__(self, array: ArrayLike) -> None:
        self.array = np.asarray(array)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        return np.array(self.array, dtype=dtype)


class SourceText:
    """A function given as text, built inside the worker.  See `source`."""

    def __init__(self, text: str) -> None:
        self.text = text


class UnknownObject:
    """Something a student returned that is no value: `type_name` is all that is known of it."""

    def __init__(self, type_name: str) -> None:
        self.type_name = type_name

    def __repr__(self) -> str:
        return f"<{self.type_name}>"


class SeenAxes:
    """A Matplotlib `Axes` of the student's: `curves` (x, y, line, markers, endless), `points` `(n, 2)`, labels.

    `points` are those of scatters; `marked` `(n, 2)` also those that `plot` drew as markers without a line, as a single
    point has none.  `identity` is equal for the same `Axes` and only for it, within one worker.
    """

    def __init__(self, axes: protocol.Axes) -> None:
        self.identity = axes.identity
        self.curves = axes.curves
        self.points = np.array(axes.points, dtype=float).reshape(-1, 2)
        plain = [curve for curve in axes.curves if curve.markers and (not curve.line or len(curve.x) == 1)]
        self.marked = np.concatenate([self.points, *(np.column_stack([curve.x, curve.y]) for curve in plain)])
        self.xlabel, self.ylabel, self.title = axes.xlabel, axes.ylabel, axes.title


def source(text: str) -> SourceText:
    """A function to hand to a student's function, as text: an expression, or statements that end with a `def`.

    `jax`, `jnp` and `np` are there.  Example: `source("lambda x: jnp.sin(x) * x")`.
    """
    return SourceText(text)


def as_jax(tree: Any) -> Any:
    """The same tree with every NumPy array marked to arrive as a `jax.Array` (float64 becomes float32 there)."""
    if isinstance(tree, np.ndarray | np.generic):
        return JaxInput(tree)
    if isinstance(tree, dict):
        return {key: as_jax(item) for key, item in tree.items()}
    if isinstance(tree, tuple | list):
        return type(tree)(as_jax(item) for item in tree)
    return tree


def has_arrays(tree: Any) -> bool:
    """Whether there is a NumPy array anywhere, so that `as_jax` would make a difference."""
    if isinstance(tree, dict):
        return any(has_arrays(item) for item in tree.values())
    if isinstance(tree, tuple | list):
        return any(has_arrays(item) for item in tree)
    return isinstance(tree, np.ndarray | np.generic)


def to_wire(value: Any) -> AnyValue:
    """An argument as a message.  `TypeError` for what a check cannot hand over."""
    match value:
        case None | bool() | str():
            return protocol.Scalar(value)
        case np.ndarray() | np.generic():
            return _array(np.asarray(value), "numpy")
        case JaxInput():
            return _array(value.array, "jax")
        case int():
            return protocol.Scalar(value)
        case float():
            return protocol.Float(value)
        case complex():
            return protocol.Complex(value.real, value.imag)
        case SourceText():
            return protocol.Source(value.text)
        case dict():
            return protocol.Mapping("dict", tuple(value), tuple(to_wire(item) for item in value.values()))
        case tuple() | list():
            kind: Any = "tuple" if isinstance(value, tuple) else "list"
            return protocol.Items(kind, tuple(to_wire(item) for item in value))
    reference = getattr(value, "reference", None)  # a `Function`
    if isinstance(reference, protocol.Named | protocol.Handle):
        return reference
    raise TypeError(
        f"a check cannot hand over a {type(value).__name__}; use arrays, numbers, tuples, lists, dicts or source(…)"
    )


def from_wire(value: AnyValue, function: Callable[[protocol.Handle], Any]) -> Any:
    """An answer as plain Python; `function` makes a callable of a handle."""
    match value:
        case protocol.Scalar() | protocol.Float():
            return value.value
        case protocol.Complex():
            return complex(value.real, value.imag)
        case protocol.Array():
            seen = wire.unpack(value).view(SeenArray)
            seen.kind, seen.dtype_name = value.kind, value.dtype
            return seen
        case protocol.Items():
            items = [from_wire(item, function) for item in value.items]
            return tuple(items) if value.kind == "tuple" else items
        case protocol.Mapping():
            return {key: from_wire(item, function) for key, item in zip(value.keys, value.values, strict=True)}
        case protocol.Handle():
            return function(value)
        case protocol.Axes():
            return SeenAxes(value)
        case protocol.Opaque():
            return UnknownObject(value.type)
    return UnknownObject(type(value).__name__)


def describe(value: Any) -> str:
    """A value in a few words, for a message: short arrays are written out, long ones by shape and dtype."""
    if isinstance(value, np.ndarray | np.generic):
        array = np.asarray(value)
        if array.size <= WRITTEN_OUT:
            return written(array)
        return f"an array of shape {array.shape} and dtype {getattr(value, 'dtype_name', '') or array.dtype.name}"
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, dict):
        inner = ", ".join(f"{key!r}: {describe(item)}" for key, item in list(value.items())[:6])
        return "{" + inner + (", …" if len(value) > 6 else "") + "}"
    if isinstance(value, tuple | list):
        inner = ", ".join(describe(item) for item in value[:6]) + (", …" if len(value) > 6 else "")
        left, right = ("(", ")") if isinstance(value, tuple) else ("[", "]")
        return left + inner + ("," if isinstance(value, tuple) and len(value) == 1 else "") + right
    if isinstance(value, UnknownObject):
        return _KNOWN_OBJECTS.get(value.type_name) or f"an object of type {value.type_name}"
    if isinstance(value, SeenAxes):
        return "a Matplotlib Axes"
    if callable(value):
        return "a function"
    text = repr(value)
    return text if len(text) <= _SHOWN_TEXT else text[: _SHOWN_TEXT - 2] + "…" + text[-1]


WRITTEN_OUT = 12  # entries; a longer array is described
_SHOWN_TEXT = 60  # characters
_KNOWN_OBJECTS = {
    "_IndexUpdateRef": "an unfinished `x.at[…]`",
    "_IndexUpdateHelper": "an unfinished `x.at`",
    "Tracer": "a tracer",
}


def written(array: NDArray[Any], digits: int = 6) -> str:
    """All entries of an array; a single number without the point that tells a float in an array."""

    def number(value: Any) -> str:
        text = f"{value + 0.0:.{digits}g}"  # no -0
        return f"{text}." if text.lstrip("-").isdigit() and array.shape else text

    if array.dtype.kind == "f" and not array.shape:
        return number(array.item())
    text = np.array2string(
        array, separator=", ", precision=digits, max_line_width=10_000, formatter={"float_kind": number}
    )
    return re.sub(r"(?<=\[) +", "", " ".join(text.split()))


def _array(array: NDArray[Any], kind: Kind) -> AnyValue:
    packed = wire.pack(array, kind)
    if packed is None:
        raise TypeError(f"a check cannot hand over an array of dtype {array.dtype}")
    return packed


def arguments(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> tuple[tuple[AnyValue, ...], dict[str, AnyValue]]:
    """Both kinds of arguments as messages."""
    return tuple(to_wire(arg) for arg in args), {name: to_wire(arg) for name, arg in kwargs.items()}
