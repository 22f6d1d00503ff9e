"""What is better seen than told: an answer beside the right one, a plot beside the one that was meant, an argument
before and after.

Data only, as large as what a student returned.  `picture_of` makes of it what a card or a report shows: so much as can
be seen, whatever it is made of.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from autograder.checking.failure import CheckFailure
from autograder.checking.values import SeenAxes
from autograder.model import ArraysPicture, CurvesPicture, Grid, Number, Picture, PlotsPicture, Series
from autograder.model import Plot as PlotPicture
from autograder.text import shortened


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
    lines = tuple(Line(curve.x, curve.y, curve.endless) for curve in axes.curves if curve.line and len(curve.x) != 1)
    seen = Plot(axes.marked, lines, axes.xlabel, axes.ylabel)
    return Plots(seen, Plot(np.column_stack([np.asarray(x), np.asarray(y)]), (line,), xlabel, ylabel))


def beside_curve(seen: Any, expected: ArrayLike, xlabel: str, ylabel: str) -> Curves | None:
    """A student's numbers beside the right ones, or `None` where theirs are no row of numbers."""
    if not isinstance(seen, np.ndarray) or seen.ndim != 1 or seen.dtype.kind not in "fiu":
        return None
    return Curves(np.asarray(seen, float), np.asarray(expected, float), xlabel, ylabel)


# --------------------------------------------------------------------------- what of it can be seen

MOST_ENTRIES, MOST_ROWS, MOST_COLUMNS = 24, 10, 8  # of a row, and of a table; more is no picture
_POINTS, _LINES = 100, 8  # of a curve, a line or a cloud of points; of a plot
_LABEL = 60  # characters
_DIGITS = 6


def picture_of(exhibit: Exhibit | None) -> Picture | None:
    """What can be seen of it: a few thousand bytes, the same for the same exhibit; `None` where that is no picture."""
    match exhibit:
        case Arrays(seen, expected, wrong, path):
            if not (_is_small(seen) and _is_small(expected)):
                return None
            marks = None if wrong is None else tuple(np.flatnonzero(wrong).tolist())
            return ArraysPicture(_grid(seen), _grid(expected), marks, shortened(path, _LABEL))
        case Curves(seen, expected, xlabel, ylabel):
            if not len(seen) or len(expected) < 2:
                return None
            return CurvesPicture(_curve(seen), _curve(expected), shortened(xlabel, _LABEL), shortened(ylabel, _LABEL))
        case Plots(seen, expected):
            return PlotsPicture(_plot(seen), _plot(expected))
        case Changed() | None:
            return None


def _is_small(array: NDArray[Any]) -> bool:
    """Whether it is still a picture: a short row, or a small table, of numbers.  A single number says itself."""
    if array.dtype.kind not in "fiub" or array.size < 2:
        return False
    if array.ndim == 1:
        return array.size <= MOST_ENTRIES
    return array.ndim == 2 and array.shape[0] <= MOST_ROWS and array.shape[1] <= MOST_COLUMNS


def _grid(array: NDArray[Any]) -> Grid:
    return Grid(array.shape, _numbers(array.ravel()))


def _curve(values: NDArray[Any]) -> Series:
    places = _spread(len(values))
    return Series(tuple(places.astype(float).tolist()), _numbers(values[places]))


def _plot(plot: Plot) -> PlotPicture:
    points = np.asarray(plot.points, float).reshape(-1, 2)
    shown = points[:_POINTS]
    return PlotPicture(
        points=Series(_numbers(shown[:, 0]), _numbers(shown[:, 1])),
        lines=tuple(map(_line, plot.lines[:_LINES])),
        xlabel=shortened(plot.xlabel, _LABEL),
        ylabel=shortened(plot.ylabel, _LABEL),
        more_points=len(points) - len(shown),
        more_lines=max(0, len(plot.lines) - _LINES),
    )


def _line(line: Line) -> Series:
    places = _spread(min(len(line.x), len(line.y)))
    x, y = (np.asarray(numbers, float)[places] for numbers in (line.x, line.y))
    return Series(_numbers(x), _numbers(y), line.endless)


def _spread(count: int) -> NDArray[np.intp]:
    """Some places of so many, evenly spread, the first and the last among them."""
    return np.unique(np.linspace(0, count - 1, min(count, _POINTS)).round().astype(np.intp))


def _numbers(values: Iterable[Any]) -> tuple[Number, ...]:
    return tuple(_number(float(value)) for value in values)


def _number(value: float) -> Number:
    """Of as many digits as a picture can show, so that the last one of a float is no reason for another report."""
    if math.isfinite(value):
        return float(f"{value:.{_DIGITS}g}") + 0.0  # no -0
    return "nan" if value != value else "inf" if value > 0 else "-inf"
