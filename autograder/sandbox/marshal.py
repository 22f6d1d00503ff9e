"""Values inside the worker: a student's objects become messages, a check's messages become arguments.

Nothing here is trusted by the other side; it only has to be faithful for students who play fair.
"""

from __future__ import annotations

import collections.abc
import sys
from collections.abc import Callable
from typing import Any, Literal

import jax
import jax.numpy as jnp
import numpy as np

from autograder.sandbox import wire
from autograder.sandbox.protocol import (
    DTYPES,
    MAX_DEPTH,
    MAX_FRAME,
    MAX_LEAVES,
    MAX_TEXT,
    AnyValue,
    Array,
    Axes,
    Complex,
    Curve,
    Float,
    Handle,
    Items,
    Mapping,
    Named,
    Opaque,
    Scalar,
    Source,
)


class Marshal:
    """Encodes and decodes for one worker; keeps the functions that were handed out, by number."""

    def __init__(self, space: dict[str, Any], kept: list[Callable[..., Any]] | None = None) -> None:
        self.space = space
        self.kept = [] if kept is None else kept
        self._axes: list[Any] = []

    # ------------------------------------------------------------------ to the trusted side

    def encode(self, value: object) -> AnyValue:
        """Any object as a value tree; what has no place in one crosses as the name of its type."""
        budget = [MAX_LEAVES, MAX_FRAME // 2]
        return self._encode(value, MAX_DEPTH - 2, budget)

    def _encode(self, value: object, depth: int, budget: list[int]) -> AnyValue:
        budget[0] -= 1
        if depth <= 0 or budget[0] < 0:
            return Opaque("a structure that is too large or refers to itself")
        if value is None or isinstance(value, bool):
            return Scalar(value)
        if isinstance(value, str):
            return Scalar(str(value)[:MAX_TEXT])
        if isinstance(value, np.generic | np.ndarray):
            return self._array(value, budget)
        if isinstance(value, jax.Array):
            return self._jax_array(value, budget)
        if isinstance(value, int):
            return Scalar(int(value)) if -(2**63) <= value < 2**63 else Opaque("an int beyond 64 bits")
        if isinstance(value, float):
            return Float(float(value))
        if isinstance(value, complex):
            return Complex(value.real, value.imag)
        if isinstance(value, tuple | list):
            kind: Literal["tuple", "list"] = "tuple" if isinstance(value, tuple) else "list"
            return Items(kind, tuple(self._encode(item, depth - 1, budget) for item in value))
        if isinstance(value, collections.abc.Mapping):
            keys = tuple(key if isinstance(key, str | int) else repr(key)[:MAX_TEXT] for key in value)
            return Mapping(
                type(value).__name__, keys, tuple(self._encode(value[key], depth - 1, budget) for key in value)
            )
        if _is_axes(value):
            return self.describe_axes(value)
        if callable(value):
            return self.keep(value)
        return Opaque(type(value).__name__[:MAX_TEXT])

    def keep(self, function: Callable[..., Any]) -> Handle:
        """A number under which the trusted side may call this function."""
        self.kept.append(function)
        return Handle(len(self.kept) - 1)

    def _array(self, value: np.generic | np.ndarray[Any, Any], budget: list[int]) -> AnyValue:
        if not _fits(value.nbytes, budget):
            return Opaque("an array that is too large")
        array, dtype = np.asarray(value), value.dtype
        if dtype.name not in DTYPES and jnp.issubdtype(dtype, jnp.floating):  # bfloat16 and its kin
            array = array.astype(np.float32)
        return wire.pack(array, "numpy", dtype=dtype.name, family=dtype.kind) or Opaque(
            f"a NumPy array of dtype {dtype.name}"
        )

    def _jax_array(self, value: jax.Array, budget: list[int]) -> AnyValue:
        if isinstance(value, jax.core.Tracer):
            return self.tracer(value)
        if value.is_deleted():
            return Opaque("a deleted jax.Array")
        if not _fits(value.nbytes, budget):
            return Opaque("an array that is too large")
        dtype = value.dtype
        if not (jnp.issubdtype(dtype, jnp.number) or jnp.issubdtype(dtype, jnp.bool_)):
            return Opaque(f"a JAX array of dtype {dtype.name}")
        family = "f" if jnp.issubdtype(dtype, jnp.floating) else "i"
        if dtype.name not in DTYPES and family == "f":
            value = value.astype(jnp.float32)
        return wire.pack(np.asarray(value), "jax", dtype=dtype.name, family=family) or Opaque("a JAX array")

    def tracer(self, value: Any) -> AnyValue:
        """An array that is only traced."""
        return Opaque("Tracer")

    def describe_axes(self, axes: Any) -> AnyValue:
        # Kept, so that a second Axes never gets the first one's address and looks like it.
        if not any(kept is axes for kept in self._axes):
            self._axes.append(axes)
        identity = next(i for i, kept in enumerate(self._axes) if kept is axes)
        points, lines = _scattered(axes), list(axes.lines)[:MAX_LEAVES]
        return Axes(
            identity=identity,
            curves=tuple(_describe_line(line, _CURVE_POINTS // len(lines)) for line in lines),
            points=tuple(points[:MAX_LEAVES]),
            xlabel=axes.get_xlabel()[:MAX_TEXT],
            ylabel=axes.get_ylabel()[:MAX_TEXT],
            title=axes.get_title()[:MAX_TEXT],
        )

    # ------------------------------------------------------------------ from the trusted side

    def decode(self, value: AnyValue) -> Any:
        """A value tree as fresh objects: no two calls ever share one."""
        match value:
            case Scalar() | Float():
                return value.value
            case Complex():
                return complex(value.real, value.imag)
            case Array():
                return self.jax_array(value) if value.kind == "jax" else wire.unpack(value)
            case Items():
                items = [self.decode(item) for item in value.items]
                return tuple(items) if value.kind == "tuple" else items
            case Mapping():
                return {key: self.decode(item) for key, item in zip(value.keys, value.values, strict=True)}
            case Source():
                return self.build(value.text)
            case Named():
                return self.space[value.name]
            case Handle():
                return self.kept[value.number]
        raise TypeError(f"{type(value).__name__} cannot be an argument")

    def jax_array(self, array: Array) -> Any:
        """A JAX array."""
        # A copy: on the CPU `jnp.asarray` may alias the NumPy buffer.
        return jnp.array(wire.unpack(array))

    def build(self, text: str) -> Any:
        """The function that a check's author wrote: an expression, or statements that end with a `def`."""
        space: dict[str, Any] = {"jax": jax, "jnp": jnp, "np": np, "__name__": "check"}
        try:
            return eval(compile(text.strip(), "<check>", "eval"), space)
        except SyntaxError:
            before = set(space)
            exec(compile(text, "<check>", "exec"), space)
            return space[[name for name in space if name not in before and name != "__builtins__"][-1]]


def _fits(nbytes: int, budget: list[int]) -> bool:
    budget[1] -= nbytes
    return budget[1] >= 0


def _is_axes(value: object) -> bool:
    matplotlib_axes = sys.modules.get("matplotlib.axes")
    return matplotlib_axes is not None and isinstance(value, matplotlib_axes.Axes)


def _scattered(axes: Any) -> list[tuple[float, float]]:
    from matplotlib.collections import PathCollection

    collections = [artist for artist in axes.collections if isinstance(artist, PathCollection)]
    # Without a size nothing is drawn.
    scatters = [artist for artist in collections if artist.get_visible() and np.any(np.asarray(artist.get_sizes()) > 0)]
    return [(float(x), float(y)) for scatter in scatters for x, y in np.ma.filled(scatter.get_offsets(), np.nan)]


_CURVE_POINTS = 1 << 15  # of all lines together; they may be as many as the data's points


def _describe_line(line: Any, most: int) -> Curve:
    from matplotlib.lines import AxLine

    styled = line.get_linestyle() not in ("None", "none", "", " ") and line.get_linewidth() > 0
    drawn = styled and line.get_visible()
    markers = line.get_marker() not in ("None", "none", "", " ", None) and line.get_visible()
    endless = isinstance(line, AxLine)
    if endless:
        x, y = _two_points(line)
    else:
        x = np.ma.filled(np.ma.asarray(line.get_xdata(orig=False), dtype=float), np.nan).ravel().tolist()
        y = np.ma.filled(np.ma.asarray(line.get_ydata(orig=False), dtype=float), np.nan).ravel().tolist()
    return Curve(_thinned(x, most), _thinned(y, most), line=drawn, markers=markers, endless=endless)


def _thinned(numbers: list[float], most: int) -> tuple[float, ...]:
    """At most so many of them, from the first to the last."""
    if len(numbers) <= most:
        return tuple(numbers)
    return tuple(numbers[i] for i in np.linspace(0, len(numbers) - 1, most).astype(int))


def _two_points(line: Any) -> tuple[list[float], list[float]]:
    (x1, y1), second, slope = line.get_xy1(), line.get_xy2(), line.get_slope()
    x2, y2 = second if second is not None else (x1 + 1.0, y1 + slope)
    return [float(x1), float(x2)], [float(y1), float(y2)]
