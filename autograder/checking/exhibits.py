"""What is better seen than told: an answer beside the right one, a plot beside the one that was meant, an argument
before and after.  Data only; who shows it (a card) draws it, who does not (a report) leaves it be.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from autograder.checking.failure import CheckFailure
from autograder.checking.values import SeenAxes


class Arrays(NamedTuple):
    """A part of an answer (`path`, such as `['w']`) and the right one; `wrong` marks entries, if the shapes agree."""

    seen: NDArray[Any]
    expected: NDArray[Any]
    wrong: NDArray[np.bool_] | None = None
    path: str = ""


class Curves(NamedTuple):
    """A list of numbers over its index, and the right one: the losses of a training."""

    seen: NDArray[Any]
    expected: NDArray[Any]
    xlabel: str
    ylabel: str


class Line(NamedTuple):
    x: tuple[float, ...]
    y: tuple[float, ...]
    endless: bool = False  # goes on beyond its points


class Plot(NamedTuple):
    """A plot with points and lines."""

    points: NDArray[Any]
    lines: tuple[Line, ...]
    xlabel: str
    ylabel: str


class Plots(NamedTuple):
    seen: Plot
    expected: Plot


class Changed(NamedTuple):
    """An argument that a call changed, as it was and as it is now."""

    name: str
    before: Any
    after: Any


Exhibit = Arrays | Curves | Plots | Changed


@contextlib.contextmanager
def shown(exhibit: Exhibit | None) -> Iterator[None]:
    """A failure in this block comes with this to look at."""
    try:
        yield
    except CheckFailure as failure:
        failure.exhibit = exhibit if exhibit is not None else failure.exhibit
        raise


def beside_plot(axes: SeenAxes, x: ArrayLike, y: ArrayLike, line: Line, xlabel: str, ylabel: str) -> Plots:
    """A student's `axes` beside a plot with the points `x`, `y` and a line."""
    marked = [np.column_stack([curve.x, curve.y]) for curve in axes.curves if curve.markers and not curve.line]
    lines = tuple(Line(curve.x, curve.y, curve.endless) for curve in axes.curves if curve.line)
    seen = Plot(np.concatenate([axes.points, *marked]), lines, axes.xlabel, axes.ylabel)
    return Plots(seen, Plot(np.column_stack([np.asarray(x), np.asarray(y)]), (line,), xlabel, ylabel))


def beside_curve(seen: Any, expected: ArrayLike, xlabel: str, ylabel: str) -> Curves | None:
    """A student's numbers beside the right ones, or `None` where theirs are no row of numbers."""
    if not isinstance(seen, np.ndarray) or seen.ndim != 1 or seen.dtype.kind not in "fiu":
        return None
    return Curves(np.asarray(seen, float), np.asarray(expected, float), xlabel, ylabel)
