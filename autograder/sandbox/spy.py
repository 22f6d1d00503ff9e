"""Finds the statement that did it: a call is run once more, and looked at line by line."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

from autograder.sandbox.protocol import Change, Frame

MAX_LINES = 20_000  # after which the search is given up


class Spy:
    """Finds the statement after which `look` found something, whoever's alias or view it used."""

    def __init__(self, is_theirs: Callable[[str], bool], look: Callable[[], list[Change]]) -> None:
        self.is_theirs = is_theirs
        self.look = look
        self.found: list[Change] = []
        self.culprit: Frame | None = None
        self._last: Frame | None = None
        self._callers: dict[FrameType, Frame | None] = {}  # the line each call was made on, which goes on after it
        self._left = MAX_LINES

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        previous = sys.gettrace()
        sys.settrace(self._enter)
        try:
            yield
        finally:
            sys.settrace(previous)

    def _enter(self, frame: FrameType, event: str, arg: object) -> Any:
        if self.culprit is not None or not self.is_theirs(frame.f_code.co_filename):
            return None
        self._callers[frame] = self._last
        return self._step

    def _step(self, frame: FrameType, event: str, arg: object) -> Any:
        if self.culprit is not None or self._left <= 0:
            return None
        if event in ("line", "return", "exception"):
            self._left -= 1
            if self._last is not None and (found := self.look()):
                self.culprit, self.found = self._last, found
                return None
            if event == "line":
                code = frame.f_code
                self._last = Frame(code.co_filename, frame.f_lineno, code.co_name)
            elif event == "return":
                self._last = self._callers.pop(frame, None) or self._last
        return self._step
