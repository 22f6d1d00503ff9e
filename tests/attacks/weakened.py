"""Builds of the grader without one of its protections, to see that the attacks on it succeed there.

The product has no such switches: they are patches, made here and taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder import grading
from autograder.checking import compare, remote
from autograder.model import Report
from autograder.neighbours import Neighbourhood
from autograder.readers import intake, names, zip
from autograder.sandbox import client, frames, launch, validate
from autograder.sinks import csv, gradescope, html, junit, markdown, shared, terminal

Patch = pytest.MonkeyPatch


def _compare(patch: Patch) -> None:
    """The comparison that comes to mind first."""

    def careless(actual: Any, expected: Any, _rules: Any) -> Any:
        try:
            seen, wanted = np.asarray(actual), np.asarray(expected)
            seen = seen.astype(float) if seen.dtype.kind in "Ub" else seen
            with np.errstate(invalid="ignore"):
                wrong = np.abs(seen - wanted.astype(float)) > 1e-2 * np.maximum(np.abs(seen), np.abs(wanted))
            return compare.Difference("", "") if np.any(wrong) else None
        except (TypeError, ValueError):
            return compare.Difference("", "")

    patch.setattr(compare, "find_difference", careless)


def _validate(patch: Patch) -> None:
    """Every frame that can be read is an answer."""

    def believe(request: Any, frame: bytes) -> Any:
        try:
            return msgspec.structs.replace(validate._decoder.decode(frame), nonce=request.nonce)
        except msgspec.DecodeError as error:
            raise validate.Refused from error

    patch.setattr(client.validate, "reply_to", believe)
    patch.setattr(frames, "waiting", lambda *_: False)


def _circle(patch: Patch) -> None:
    """The course's solution stands in for all other tasks."""
    patch.setattr(Neighbourhood, "stand_ins", lambda self, task: tuple(each for each in self._tasks if each != task))


def _messages(patch: Patch) -> None:
    """What a second look says is said."""
    patch.setattr(grading, "_second_look", lambda _first, again: again)


def _redaction(patch: Patch) -> None:
    """Students see what instructors see."""
    patch.setattr(Report, "for_student", lambda self: self)


def _hints(patch: Patch) -> None:
    """Hints of hidden checks quote, too."""
    told = grading._result
    patch.setattr(grading, "_result", lambda name, finding, *rest: told(name, finding._replace(general=""), *rest))


def _bounds(patch: Patch) -> None:
    """Messages are as long as they come."""
    for module in (grading, remote):
        patch.setattr(module, "shortened", lambda text, _most: text)


def _names(patch: Patch) -> None:
    """Names are as long as they come."""
    patch.setattr(intake, "MAX_SHOWN", 1 << 30)


def _sinks(patch: Patch) -> None:
    """Text is shown as it is."""
    for module in (csv, gradescope, html, junit, markdown, shared, terminal, names):
        for name in ("visible", "one_line"):
            if hasattr(module, name):
                patch.setattr(module, name, lambda text: text)


def _intake(patch: Patch) -> None:
    """Archives are what they seem."""
    patch.setattr(zip, "_check", lambda *_: None)


def _links(patch: Patch) -> None:
    """Files are whatever is there."""
    patch.setattr(intake, "_check_regular", lambda *_: None)
    patch.setattr(intake, "_FLAGS", 0)


def _environ(patch: Patch) -> None:
    """The zygote is started with what the grader has."""
    patch.setattr(launch, "_ENVIRONMENT", {**launch._ENVIRONMENT, "SECRET_TOKEN": "x"})


def _nothing(_patch: Patch) -> None: ...


# `wall` and `process` are not patches: the first is the tier `none`, the second another grader (naive.py).
WEAKENINGS: dict[str, Callable[[Patch], None]] = {
    "bounds": _bounds,
    "circle": _circle,
    "compare": _compare,
    "environ": _environ,
    "hints": _hints,
    "intake": _intake,
    "limits": _nothing,
    "links": _links,
    "messages": _messages,
    "names": _names,
    "redaction": _redaction,
    "sinks": _sinks,
    "validate": _validate,
}
