"""When something was handed in, by the files that nbgrader lays beside it: a student's machine may have written them.

nbgrader's own reading follows links, opens any file that is named as a time zone, and of a text that is no time it
ends formgrader's list or a command for everybody.  So we read first, and it parses what can be a time.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from nbgrader import utils  # type: ignore[import-untyped]

from autograder.errors import Jax101Error

FILE = "timestamp.txt"
_BYTES = 1000
_ZONE = re.compile(r"[+-]?\d{1,6}|[A-Za-z][\w+-]*(/[A-Za-z][\w+-]*)*", re.ASCII)  # and no path
_YEARS = range(1970, 2200)  # a zone away from the first or last, a time cannot be shown


def time_in(text: str) -> datetime | None:
    """The time of a text as nbgrader writes it, in UTC and without a zone; `None` where it is none."""
    parts = text.split(" ")
    if len(parts) == 3 and not _ZONE.fullmatch(parts[2]):
        return None
    with contextlib.suppress(Exception):  # its parser fails in many ways
        time: datetime = utils.parse_utc(text)
        return time if time.year in _YEARS else None
    return None


def time_of(folder: Path) -> datetime | None:
    """When what lies in this folder was handed in; `None` where nobody says so."""
    return time_in(small_file(folder / FILE).decode(errors="replace").strip())


def small_file(path: Path) -> bytes:
    """The beginning of a plain file, no link followed; nothing where there is none."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(handle, "rb") as file:
            if stat.S_ISREG(os.fstat(handle).st_mode):
                return file.read(_BYTES)
    return b""


def install() -> None:
    """Let formgrader and nbgrader's commands read times this way.  `Jax101Error` where this nbgrader is another."""
    for module, owner, name, ours in (
        ("apps.api", "NbGraderAPI", "get_submitted_timestamp", _submitted),
        ("coursedir", "CourseDirectory", "get_existing_timestamp", _existing),
    ):
        found = getattr(import_module(f"nbgrader.{module}"), owner, None)
        if not hasattr(found, name):
            raise Jax101Error(f"this version of nbgrader has no nbgrader.{module}.{owner}.{name}: install 0.9.6")
        setattr(found, name, ours)


def _submitted(api: Any, assignment_id: str, student_id: str) -> datetime | None:
    course = api.coursedir
    return time_of(Path(course.format_path(course.submitted_directory, student_id, assignment_id)))


def _existing(_: Any, folder: str) -> datetime | None:
    return time_of(Path(folder))
