"""Which call an answer came from, so that a message about the answer can say it.

A check judges the answer, not the call: `assert_close(submission.f(x), …)`.  The last answers of this thread are kept
with their calls, and found again by identity, so that no check has to say anything twice.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

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
