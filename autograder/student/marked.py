"""A value before and after, entry by entry, with what changed marked: for a card, as text and as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import zip_longest
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from autograder.checking.exhibits import Changed
from autograder.checking.values import describe
from autograder.text import visible

_ENTRIES = 12  # of an array that are shown; of a longer one, those that changed and their neighbours
_ITEMS = 24  # of a list or dict
_ABSENT: Any = object()


class Piece(NamedTuple):
    text: str
    changed: bool = False


class Sides(NamedTuple):
    before: list[Piece]
    after: list[Piece]


def sides(changed: Changed) -> Sides:
    """Both as pieces of text; where the other side lacks an entry, it is marked on the side that has it."""
    return _value(changed.before, changed.after)


def as_text(pieces: Iterable[Piece]) -> str:
    """What changed stands between stars."""
    return visible("".join(f"*{piece.text}*" if piece.changed else piece.text for piece in pieces))


def as_html(pieces: Iterable[Piece], tag: str) -> str:
    """What changed stands in a frame; `tag` (`del` or `ins`) says which side it is."""
    style = "text-decoration:none;font-weight:bold;border:2px solid currentColor;border-radius:3px;padding:0 .2em"
    return "".join(
        f'<{tag} style="{style}">{escape(visible(piece.text))}</{tag}>'
        if piece.changed
        else escape(visible(piece.text))
        for piece in pieces
    )


def _value(before: Any, after: Any) -> Sides:
    if _is_array(before) and _same_form(before, after):
        return _array(np.asarray(before), np.asarray(after))
    if isinstance(before, dict) and isinstance(after, dict):
        keys = list(dict.fromkeys([*before, *after]))[:_ITEMS]
        items = [_prefixed(f"{key!r}: ", before.get(key, _ABSENT), after.get(key, _ABSENT)) for key in keys]
        return _enclosed("{", items, "}")
    if type(before) is type(after) and isinstance(before, tuple | list):
        pairs = list(zip_longest(before, after, fillvalue=_ABSENT))[:_ITEMS]
        left, right = ("(", ")") if isinstance(before, tuple) else ("[", "]")
        return _enclosed(left, [_prefixed("", old, new) for old, new in pairs], right)
    texts = describe(before), describe(after)
    if texts[0] == texts[1] and not _same_form(before, after):
        texts = f"{texts[0]} ({_kind(before)})", f"{texts[1]} ({_kind(after)})"
    changed = texts[0] != texts[1]
    return Sides([Piece(texts[0], changed)], [Piece(texts[1], changed)])


def _prefixed(prefix: str, before: Any, after: Any) -> Sides:
    """An item of a list or dict; an item that one side lacks is nothing there."""
    if before is _ABSENT:
        return Sides([], [Piece(f"{prefix}{describe(after)}", changed=True)])
    if after is _ABSENT:
        return Sides([Piece(f"{prefix}{describe(before)}", changed=True)], [])
    inner = _value(before, after)
    return Sides([Piece(prefix), *inner.before], [Piece(prefix), *inner.after]) if prefix else inner


def _enclosed(left: str, items: Sequence[Sides], right: str) -> Sides:
    return Sides(
        _joined(left, [item.before for item in items], right), _joined(left, [item.after for item in items], right)
    )


def _joined(left: str, items: Iterable[list[Piece]], right: str) -> list[Piece]:
    pieces = [Piece(left)]
    for item in filter(None, items):
        pieces += [Piece(", "), *item] if len(pieces) > 1 else item
    return [*pieces, Piece(right)]


# --------------------------------------------------------------------------- arrays


def _array(before: NDArray[Any], after: NDArray[Any]) -> Sides:
    if not before.shape:
        return _entry(before, after)
    changed = (before != after) & ~((before != before) & (after != after))
    rows = changed.reshape(len(before), -1).any(axis=1)
    show = np.ones_like(rows) if before.size <= _ENTRIES else _beside(rows)
    items: list[Sides] = []
    for place, shown in enumerate(show):
        if shown:
            items.append(_array(before[place], after[place]))
        elif not place or show[place - 1]:  # a gap is told once
            items.append(Sides([Piece("…")], [Piece("…")]))
    return _enclosed("[", items, "]")


def _beside(rows: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The first rows that changed and those next to them, no more than are shown."""
    near = rows.copy()
    near[1:] |= rows[:-1]
    near[:-1] |= rows[1:]
    near[np.flatnonzero(near)[_ENTRIES:]] = False
    return near


def _entry(before: NDArray[Any], after: NDArray[Any]) -> Sides:
    old, new = before.item(), after.item()
    if old == new or (old != old and new != new):
        return Sides([Piece(_number(old))], [Piece(_number(new))])
    texts = next(
        (
            (_number(old, digits), _number(new, digits))
            for digits in (4, 6)
            if _number(old, digits) != _number(new, digits)
        ),
        (_number(old, 9), _number(new, 9)),
    )
    return Sides([Piece(texts[0], changed=True)], [Piece(texts[1], changed=True)])


def _number(value: Any, digits: int = 4) -> str:
    if not isinstance(value, float):
        return str(value)
    text = f"{value + 0.0:.{digits}g}"  # no -0
    return f"{text}." if text.lstrip("-").isdigit() else text


def _is_array(value: Any) -> bool:
    return isinstance(value, np.ndarray | np.generic)


def _same_form(before: Any, after: Any) -> bool:
    """Whether both are of one kind, and arrays of one shape, so that their entries can be told apart one by one."""
    return _kind(before) == _kind(after) and np.shape(before) == np.shape(after)


def _kind(value: Any) -> str:
    """What it is: `float`, or `NumPy, float64`."""
    if not _is_array(value):
        return type(value).__name__
    return f"{ {'jax': 'JAX'}.get(getattr(value, 'kind', None) or '', 'NumPy') }, {np.asarray(value).dtype}"
