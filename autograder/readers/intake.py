"""A place where something was handed in → a `Submission`: its bytes, read once, from nothing but a regular file."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from autograder.errors import NotASubmission
from autograder.model import Course, Limits, Submission
from autograder.readers import zip as zips
from autograder.readers.discovery import Found
from autograder.readers.kinds import ZIP, own_files
from autograder.readers.names import shown
from autograder.text import few

MAX_LISTED = 100  # ignored files in a report
MAX_SHOWN = 200  # characters of the name of one: a zip may give names of 65,535

# A link is refused by the system itself, and a FIFO put in the file's place after we looked does not block.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_SPECIAL = {
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFIFO: "a FIFO",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


def read(found: Found, course: Course) -> Submission:
    """What was handed in there.  Never raises for what it finds: `problem` says why it is no submission.

    A zip yields the file in it.  `sha256` is that of the content, or of the bytes that could not be used.
    """
    file, content, ignored, problem = shown(found.path.name) if found.path else "", b"", found.ignored, found.problem
    if problem is None and found.path is not None:
        try:
            unit = course.unit(found.unit)
            content = _bytes(found.path, file, unit.limits)
            if found.path.suffix.lower() == ZIP:
                most = unit.limits.file_mb << 20
                inside, content, others = zips.submission_in(content, own_files(unit), file, most)
                file, ignored = shown(inside), (*ignored, *others)
        except NotASubmission as error:
            problem = str(error)
    return Submission(
        student=found.student,
        unit=found.unit,
        file=file,
        content=content if problem is None else b"",
        sha256=hashlib.sha256(content).hexdigest(),
        ignored=_listed(ignored),
        problem=problem,
    )


def _bytes(path: Path, file: str, limits: Limits) -> bytes:
    """The bytes of a regular file within the size limit; `NotASubmission` says what else is there."""
    most = limits.file_mb << 20
    try:
        _check_regular(os.lstat(path).st_mode, file)  # first, since to open a device may set something off
        with open(os.open(path, _FLAGS | getattr(os, "O_BINARY", 0)), "rb") as stream:
            _check_regular(os.fstat(stream.fileno()).st_mode, file)
            content = stream.read(most + 1)
    except OSError as error:
        raise NotASubmission(f"{file} cannot be read: {error.strerror}") from None
    if len(content) > most:
        raise NotASubmission(f"{file} is larger than {limits.file_mb} MB, the most a submission may be")
    return content


def _check_regular(mode: int, file: str) -> None:
    if not stat.S_ISREG(mode):
        what = _SPECIAL.get(stat.S_IFMT(mode), "no plain file")
        raise NotASubmission(f"{file} is {what}, and only plain files are opened")


def _listed(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(few(sorted(shown(name)[:MAX_SHOWN] for name in names), MAX_LISTED, "… and {} more"))
