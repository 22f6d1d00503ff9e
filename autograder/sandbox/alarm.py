"""A time limit from the inside: it knows the line.  The outside has its own, which cannot be caught."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TimeLimit(BaseException):
    """The student's time is over.  Not an `Exception`, so that `except Exception` lets it pass."""


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Raise `TimeLimit` in the block when it runs longer; does nothing where signals cannot be had (another thread)."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TimeLimit

    previous = signal.signal(signal.SIGALRM, ring)
    # Rings again each second: a first ring may fall into code that swallows everything.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
