"""Pictures of a failed check, for a page and for a card: an answer beside the right one.

Inline SVG in the text's own colour, so that it can be read on light and dark paper and in print; what is wrong is told
by a sign, a line style or a hollow shape and never by colour alone.  Each picture says in words what it shows.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from autograder.model import ArraysPicture, CurvesPicture, Grid, Number, Picture, Plot, PlotsPicture, Series
from autograder.text import one_line, shortened

_WIDE, _HIGH = 280, 200  # of a panel
_FAR = 1e300  # what lies beyond is not in the picture, so that the distance of two places is a number
_WIDEST = 560  # a table that needs more is no picture
_LEFT, _RIGHT, _TOP, _BOTTOM = 50, 14, 28, 42  # around its drawing
_SIZE, _LETTER = 12, 7.0  # of the text, and about how wide a letter of it is
_MOST_MARKERS = 24  # on a curve
_LOG_FROM = 30.0  # times as large as the right one, and a curve is drawn on a scale of powers of ten
_LONGEST, _LONGEST_UP = 36, 20  # characters of a label, and of one that stands upright
_YOURS, _EXPECTED = "yours", "expected"

_Span = tuple[float, float]


def drawn(picture: Picture) -> str:
    """The picture as HTML; nothing where it would be too wide."""
    match picture:
        case ArraysPicture():
            return _arrays(picture)
        case CurvesPicture():
            return _curves(picture)
        case PlotsPicture():
            return _plots(picture)


def drawings(told: Iterable[tuple[str, str, Picture | None]]) -> dict[str, str]:
    """The pictures of some checks, given as (check, hint, picture), by check.  One mistake, told by its hint, is drawn
    once.
    """
    found: dict[str, tuple[str, str]] = {}
    for check, hint, picture in told:
        if picture and hint not in found and (drawing := drawn(picture)):
            found[hint] = check, drawing
    return dict(found.values())


class _Scale(NamedTuple):
    """Data → places in a panel: the spans of the data, and the room around them."""

    data_x: _Span
    data_y: _Span
    room: float = 0.0

    @property
    def x(self) -> _Span:
        return _padded(self.data_x, self.room)

    @property
    def y(self) -> _Span:
        return _padded(self.data_y, self.room)

    def at(self, x: float, y: float) -> tuple[float, float]:
        width, height = _WIDE - _LEFT - _RIGHT, _HIGH - _TOP - _BOTTOM
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return _LEFT + across * width, _TOP + (1 - up) * height


# --------------------------------------------------------------------------- arrays


def _arrays(arrays: ArraysPicture) -> str:
    seen, expected = _array(arrays.seen), _array(arrays.expected)
    wrong, none = np.zeros(seen.shape, dtype=bool), np.zeros(expected.shape, dtype=bool)
    wrong.flat[[place for place in arrays.wrong or () if 0 <= place < wrong.size]] = True
    titles = f"{_YOURS}{arrays.path and f': result{arrays.path}'}", _EXPECTED
    count = f"{int(wrong.sum())} of {wrong.size} entries differ" if arrays.wrong is not None else "the shapes differ"
    words = f"{titles[0]} {_spoken(seen)}; expected {_spoken(expected)}; {count}"
    if seen.ndim == expected.ndim == 1:
        span = _padded(_span([seen, expected, np.zeros(1)]), room=0.15)  # for the values at the bars
        panels = [
            _bars(array, marks, span, title)
            for array, marks, title in ((seen, wrong, titles[0]), (expected, none, titles[1]))
        ]
        return _figure(panels, words, _WIDE, _HIGH, _legend(wrong))
    seen, expected, wrong, none = map(np.atleast_2d, (seen, expected, wrong, none))
    column = max(len(_entry(value, bad)) for array, marks in ((seen, wrong), (expected, none))
                 for value, bad in zip(array.flat, marks.flat, strict=True)) * 1.1 * _LETTER + 12  # fmt: skip
    width = max(_WIDE, 20 + column * max(seen.shape[1], expected.shape[1]))
    if width > _WIDEST:
        return ""
    tables = [_table(array, marks, title, width)
              for array, marks, title in ((seen, wrong, titles[0]), (expected, none, titles[1]))]  # fmt: skip
    return _figure(tables, words, width, max(len(seen), len(expected)) * _ROW + _TOP + 8, _legend(wrong))


def _array(grid: Grid) -> NDArray[np.float64]:
    return _floats(grid.entries).reshape(grid.shape)


def _legend(wrong: NDArray[np.bool_]) -> str:
    return "✗ differs" if wrong.any() else ""


def _bars(array: NDArray[Any], wrong: NDArray[np.bool_], span: _Span, title: str) -> Iterator[str]:
    """A bar for each entry, from zero; what is wrong is hollow and has its sign."""
    scale = _Scale((0, max(len(array), 1)), span)
    pitch = scale.at(1, 0)[0] - scale.at(0, 0)[0]
    values = [_number(value, 3) for value in array.astype(float)]
    labelled = max(map(len, values)) * _LETTER <= pitch + _LETTER
    every = next(step for step in (1, 5, 10) if len(str(len(array))) * _LETTER < step * pitch)
    yield _title(title)
    yield _rule(*scale.at(0, 0), *scale.at(len(array), 0))
    free = 0  # the next place where a word fits beside the last one
    for place, (value, bad) in enumerate(zip(array.astype(float), wrong, strict=True)):
        left, zero = scale.at(place + 0.2, 0)
        right = scale.at(place + 0.8, 0)[0]
        end = scale.at(0, value)[1] if math.isfinite(value) else zero
        style = f'{_HOLLOW} stroke-dasharray="4 2"' if bad else _SOLID
        yield _box(left, min(zero, end), right - left, abs(end - zero), style)
        middle = (left + right) / 2
        if labelled or (not math.isfinite(value) and place >= free):
            free = place + math.ceil(len(values[place]) * _LETTER / pitch)
            yield _label(values[place], middle, end - 4 if end <= zero else end + 13)
        if place % every == 0:
            yield _label(str(place), middle, _HIGH - 31, bold=bool(bad))
        if bad:
            yield _label("✗", middle, _HIGH - 18, bold=True)
    yield _label("entry", (_LEFT + _WIDE - _RIGHT) / 2, _HIGH - 4)


_SOLID = 'fill="currentColor" fill-opacity="0.45" stroke="currentColor"'
_HOLLOW = 'fill="none" stroke="currentColor" stroke-width="1.5"'
_ROW = 25


def _table(array: NDArray[Any], wrong: NDArray[np.bool_], title: str, width: float) -> Iterator[str]:
    """The numbers in their places; what is wrong has a thick frame and its sign."""
    column = (width - 20) / max(array.shape[1], 1)
    yield _title(title, width)
    for place in np.ndindex(array.shape):
        bad = bool(wrong[place])
        x, y = 10 + place[1] * column, _TOP + place[0] * _ROW
        frame = 'stroke-width="2.5"' if bad else 'stroke-width="1" stroke-opacity="0.4"'
        yield _box(x + 2, y + 2, column - 4, _ROW - 4, f'fill="none" stroke="currentColor" rx="3" {frame}')
        yield _label(_entry(array[place], bad), x + column / 2, y + _ROW / 2 + 4, bold=bad)


def _entry(value: Any, bad: Any) -> str:
    return f"{_number(float(value))} ✗" if bad else _number(float(value))


# --------------------------------------------------------------------------- curves


def _curves(curves: CurvesPicture) -> str:
    seen, expected = (_floats(series.y) for series in (curves.seen, curves.expected))
    powers = _largest(seen) / max(_largest(expected), 1e-30) > _LOG_FROM and bool(np.all(expected > 0))
    if powers:
        seen, expected = (np.log10(np.where(array > 0, array, np.nan)) for array in (seen, expected))
    steps = [_floats(series.x) for series in (curves.seen, curves.expected)]
    scale = _Scale((0, max(_largest(step) for step in steps) or 1), _span([seen, expected]), room=0.06)
    words = (
        f"{curves.ylabel} over {curves.xlabel}. Yours: {_course(curves.seen)}. Expected: {_course(curves.expected)}."
    )
    panel = [
        *_frame(scale, curves.xlabel, f"{curves.ylabel}{' (powers of ten)' * powers}"),
        *_curve(scale, steps[1], expected, "stroke-dasharray='6 4' stroke-width='2'", filled=False),
        *_curve(scale, steps[0], seen, "stroke-width='2'", filled=True),
    ]
    return _figure([iter(panel)], words, _WIDE, _HIGH, f"── ● {_YOURS}    ╌╌ □ {_EXPECTED}")


def _curve(scale: _Scale, x: NDArray[Any], y: NDArray[Any], style: str, *, filled: bool) -> Iterator[str]:
    """A line, and a marker for each number where there are few."""
    yield _polyline(scale, x, y, style)
    for place in _places(scale, x, y) if len(y) <= _MOST_MARKERS else ():
        left, top = place
        yield _dot(left, top, 'fill="currentColor"') if filled else _box(left - 5, top - 5, 10, 10, _HOLLOW)


def _course(curve: Series) -> str:
    """A curve in words."""
    first, last = (_number(float(curve.y[place])) for place in (0, -1))
    return f"{int(float(curve.x[-1])) + 1} values, from {first} to {last}"


# --------------------------------------------------------------------------- plots


def _plots(plots: PlotsPicture) -> str:
    shown = [plots.expected, plots.seen]
    ends = [series for plot in shown for series in (plot.points, *(line for line in plot.lines if not line.endless))]
    x, y = (_span([_floats(numbers) for numbers in each]) for each in zip(*((e.x, e.y) for e in ends), strict=True))
    scale = _Scale(x, y, room=0.06)
    words = f"Your plot: {_contents(plots.seen)}. Expected: {_contents(plots.expected)}."
    return _figure([_plot(plots.seen, scale, _YOURS), _plot(plots.expected, scale, _EXPECTED)], words, _WIDE, _HIGH, "")


def _plot(plot: Plot, scale: _Scale, title: str) -> Iterator[str]:
    yield _title(title)
    yield from _frame(scale, plot.xlabel or "✗ no label", plot.ylabel or "✗ no label")
    for line in plot.lines:
        x, y = _floats(line.x), _floats(line.y)
        if line.endless:
            x, y = _long(x, y, scale)
        yield _polyline(scale, x, y, "stroke-width='2'")
    for left, top in _places(scale, _floats(plot.points.x), _floats(plot.points.y)):
        yield _dot(left, top, _HOLLOW)


def _long(x: NDArray[Any], y: NDArray[Any], scale: _Scale) -> tuple[NDArray[Any], NDArray[Any]]:
    """The part of an endless line that can be seen: between two of the places where it crosses the panel's sides."""
    if len(x) < 2:
        return x[:0], y[:0]
    (x0, x1), (y0, y1) = map(float, x[:2]), map(float, y[:2])
    (left, right), (low, high) = scale.x, scale.y
    crossings = [(x, y0 + (y1 - y0) / (x1 - x0) * (x - x0)) for x in scale.x] if x0 != x1 else []
    crossings += [(x0 + (x1 - x0) / (y1 - y0) * (y - y0), y) for y in scale.y] if y0 != y1 else []
    seen = sorted((x, y) for x, y in crossings if left <= x <= right and low <= y <= high)
    ends = np.array([seen[0], seen[-1]] if seen else []).reshape(-1, 2)
    return ends[:, 0], ends[:, 1]


def _contents(plot: Plot) -> str:
    """A plot in words."""
    count = len(plot.points.x) + plot.more_points
    lines = [
        f"a line from ({_said(line.x[0])}, {_said(line.y[0])}) to ({_said(line.x[-1])}, {_said(line.y[-1])})"
        for line in plot.lines[:3]
        if line.x
    ]
    more = len(plot.lines) + plot.more_lines - len(lines)
    lines += [f"{more} further line{'s' * (more != 1)}"] if more > 0 else []
    labels = [f"the {axis} axis {f'says {text!r}' if text else 'has no label'}"
              for axis, text in (("x", plot.xlabel), ("y", plot.ylabel))]  # fmt: skip
    return one_line(", ".join([f"{count or 'no'} point{'s' * (count != 1)}", *(lines or ["no line"]), *labels]))


# --------------------------------------------------------------------------- the parts of a picture


def _figure(panels: Sequence[Iterator[str]], words: str, width: float, height: float, legend: str) -> str:
    drawn = "".join(
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" aria-hidden="true" '
        f'style="flex:1 1 {0.9 * width:.0f}px;max-width:min(100%,{width:.0f}px);height:auto;overflow:hidden">'
        f"{''.join(panel)}</svg>"
        for panel in panels
    )
    caption = (
        f'<figcaption aria-hidden="true" style="font-size:.85em;white-space:pre">{legend}</figcaption>'
        if legend
        else ""
    )
    return (
        f'<figure role="img" aria-label="{escape(one_line(words))}" '
        'style="margin:.5em 0;display:flex;flex-wrap:wrap;align-items:flex-start;gap:0 1em">'
        f"{drawn}{_BREAK * bool(caption)}{caption}</figure>"
    )


_BREAK = '<div style="flex-basis:100%"></div>'


def _frame(scale: _Scale, xlabel: str, ylabel: str) -> Iterator[str]:
    """Two axes, where the data begins and ends, and labels."""
    left, bottom = scale.at(scale.x[0], scale.y[0])
    right, top = scale.at(scale.x[1], scale.y[1])
    yield _rule(left, bottom, right, bottom) + _rule(left, bottom, left, top)
    for value in scale.data_x:
        yield _label(_number(value, 3), scale.at(value, 0)[0], bottom + 15)
    for value in scale.data_y:
        yield _label(_number(value, 3), left - 4, scale.at(0, value)[1] + 4, anchor="end")
    yield _label(xlabel, (left + right) / 2, _HIGH - 6)
    middle = (top + bottom) / 2
    yield _label(ylabel, 12, middle, turn=f' transform="rotate(-90 12 {middle:.0f})"', most=_LONGEST_UP)


def _title(text: str, width: float = _WIDE) -> str:
    return _label(text, width / 2, 15, bold=True)


def _label(
    text: str, x: float, y: float, anchor: str = "middle", bold: bool = False, turn: str = "", most: int = _LONGEST
) -> str:
    shown = shortened(one_line(text), most)
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{_SIZE}" fill="currentColor"{weight}{turn}>'
        f"{escape(shown)}</text>"
    )


def _box(x: float, y: float, width: float, height: float, style: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" {style}/>'


def _places(scale: _Scale, x: NDArray[Any], y: NDArray[Any]) -> list[tuple[float, float]]:
    """Where points lie in a panel; what is no number lies nowhere."""
    return [scale.at(*each) for each in zip(x, y, strict=True) if all(map(math.isfinite, each))]


def _polyline(scale: _Scale, x: NDArray[Any], y: NDArray[Any], style: str) -> str:
    path = " ".join(f"{left:.1f},{top:.1f}" for left, top in _places(scale, x, y))
    return f'<polyline points="{path}" fill="none" stroke="currentColor" {style}/>'


def _dot(x: float, y: float, style: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" {style}/>'


def _rule(x0: float, y0: float, x1: float, y1: float) -> str:
    return f'<line x1="{x0:.1f}" y1="{y0:.1f}" x2="{x1:.1f}" y2="{y1:.1f}" stroke="currentColor" stroke-opacity="0.6"/>'


def _number(value: float, digits: int = 4) -> str:
    text = f"{value + 0.0:.{digits}g}"
    if "e+0" in text and abs(value) < 1e6:
        text = f"{value:.0f}"  # 12345 is easier to read than 1.234e+04
    return text.replace("-", "−")


def _said(value: Number) -> str:
    return _number(float(value))


def _floats(numbers: Iterable[Number]) -> NDArray[np.float64]:
    return np.array([float(number) for number in numbers], dtype=float)


def _spoken(array: NDArray[Any]) -> str:
    words = " ".join(np.array2string(np.asarray(array, float), separator=", ", precision=4).split())
    return words.replace("[ ", "[")


def _largest(values: NDArray[Any]) -> float:
    finite = np.abs(values[np.isfinite(values)])
    return float(finite.max(initial=0.0))


def _span(arrays: Sequence[NDArray[Any]]) -> _Span:
    """From the least to the greatest of all entries that are numbers."""
    every = np.concatenate([array.ravel() for array in arrays])
    every = np.clip(every[np.isfinite(every)], -_FAR, _FAR)
    low, high = float(every.min(initial=np.inf)), float(every.max(initial=-np.inf))
    if not low < high:
        low = low if math.isfinite(low) else 0.0
        room = max(0.5, 1e-9 * abs(low))  # to a large number, a half adds nothing
        return low - room, low + room
    return low, high


def _padded(span: _Span, room: float) -> _Span:
    more = room * (span[1] - span[0])
    return span[0] - more, span[1] + more
