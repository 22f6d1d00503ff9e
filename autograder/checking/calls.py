"""A call in words, and which call an answer came from, so that a message about the answer can say it.

A check judges the answer, not the call: `assert_close(submission.f(x), …)`.  The last answers of this thread are kept
with their calls, and found again by identity, so that no check has to say anything twice.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.checking.values import WRITTEN_OUT, describe, written

Text = Callable[[], str]

_KEPT = 8
_SHARED = bool | int | str | None  # Python may use one object for two equal answers: only the last call can be meant


class _Answers(threading.local):
    def __init__(self) -> None:
        self.kept: deque[tuple[Any, Text]] = deque(maxlen=_KEPT)


_answers = _Answers()


def remember(answer: Any, call: Text) -> None:
    """This call gave this answer; `call` is asked for its text only when there is something to say."""
    _answers.kept.append((answer, call))


def call_of(answer: Any) -> str:
    """The call that gave this answer, or one that it is a part of; empty where that is not certain."""
    kept = list(_answers.kept)[-1:] if isinstance(answer, _SHARED) else reversed(_answers.kept)
    return next((call() for given, call in kept if any(part is answer for part in _parts(given))), "")


def _parts(value: Any, depth: int = 4) -> Iterator[Any]:
    yield value
    if depth and isinstance(value, dict | tuple | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _parts(item, depth - 1)


# --------------------------------------------------------------------------- in words

_SHOWN_ARGUMENT = 160  # characters


def call_text(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """A call as the student would write it; where that is long, arrays by their shapes."""
    others = [arg for arg in args if getattr(arg, "name", None) != name]
    for most in (WRITTEN_OUT, 0):
        shown = [_shorten(describe_argument(arg, most)) for arg in others]
        shown += [f"{key}={_shorten(describe_argument(value, most))}" for key, value in kwargs.items()]
        if sum(map(len, shown)) <= _SHOWN_ARGUMENT:
            break
    if len(others) < len(args):  # a check's own code was given the function, to differentiate it for example
        return f"part of a calculation with `{', '.join(shown)}`"
    return f"`{name}({', '.join(shown)})`"


def describe_argument(value: Any, most: int = WRITTEN_OUT) -> str:
    """An argument of a call, as the student would write it; arrays of more entries than `most` by their shape."""
    if hasattr(value, "text"):
        return " ".join(str(value.text).split())
    if hasattr(value, "reference"):  # a function of theirs
        return str(value.name)
    if hasattr(value, "array"):
        return _array(value.array, "jnp", "a JAX array", most)
    if isinstance(value, np.ndarray):
        return _array(value, "np", "a NumPy array", most)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {describe_argument(item, most)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple | list):
        inner = ", ".join(describe_argument(item, most) for item in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, float) and value.is_integer():
        return f"{value:.1f}"  # JAX tells 1.0 from 1
    return describe(value)


def _array(array: NDArray[Any], module: str, words: str, most: int) -> str:
    if array.size > max(most, 1):
        return f"{words} of shape {array.shape}"
    return f"{module}.array({written(array) if array.shape else describe_argument(array.item())})"


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN_ARGUMENT else text[: _SHOWN_ARGUMENT - 1] + "…"
