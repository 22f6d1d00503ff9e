"""The folder of reports: `<out>/<student>/<unit>.json`, one file a submission, whole or not there at all.

A report is written beside its place, synced and renamed, so that a grader that is killed leaves the old report or the
new one.  What is not a report of ours is never overwritten, and no student's folder that is a link is followed.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from autograder.errors import InTheWay, Jax101Error, OutputError
from autograder.model import REPORT_SCHEMA, Report
from autograder.text import to_json, visible

MAX_BYTES = 32 << 20  # of a report: far more than the checks of a unit can say
_UNFINISHED = ".jax101-{}.tmp"  # the name of a report while it is written
_LOCK = ".lock"
_PAUSE = 0.05  # seconds between two looks at a lock
_FOLDER = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FILE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)  # not to wait for whoever writes to a FIFO
_AGAIN = "move it away and grade again"


def path_of(out: Path, student: str, unit: str) -> Path:
    """Where the report stands.  `OutputError` for a name that could lead elsewhere or hide."""
    for name in (student, unit):
        if not name or name.startswith(".") or visible(name) != name or set(name) & set("/\\\n\t"):
            raise OutputError(f"{name!r} cannot name a report: take a name without separators or a dot in front.")
    return out / student / f"{unit}.json"


def to_bytes(report: Report) -> bytes:
    """The one way to write a report down: the contract's keys in their order, UTF-8, a newline at the end."""
    try:
        return to_json(report).encode()
    except ValueError:  # JSON has no word for NaN
        raise OutputError(f"the report of {report.student}, {report.unit} has a score that is no number.") from None


def write(out: Path, report: Report) -> Path:
    """Put a report in its place, at once and durably; folders that are missing are made, for their owner only.

    `OutputError` when it cannot be written; `InTheWay` when anything but this student's report of this unit stands
    there, which says nothing of other reports.
    """
    path, data = path_of(out, report.student, report.unit), to_bytes(report)
    with _said(path), _folder(path.parent) as folder:
        _standing(path, folder, report.student, report.unit)
        _replace(folder, path.name, data)
    return path


def earlier(out: Path, student: str, unit: str) -> Report | None:
    """The report that stands where a new one would go, if there is one.

    `InTheWay` when something else stands there, so that `write` would refuse; `OutputError` when that cannot be seen.
    """
    path = path_of(out, student, unit)
    try:
        with _opened(path.parent) as folder:
            return _standing(path, folder, student, unit)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputError(f"{_shown(path)} cannot be read: {error.strerror or error}.") from None


def read(path: Path) -> Report:
    """The report in a file.  `OutputError` when there is none, or what is there is damaged or no report of ours."""
    try:
        return _decoded(_bytes(path), path)
    except OSError as error:
        raise OutputError(f"{_shown(path)} cannot be read: {error.strerror or error}.") from None


def read_all(paths: Iterable[Path]) -> tuple[tuple[Report, ...], tuple[Jax101Error, ...]]:
    """All reports in some files, students' folders or folders of those, sorted by student, then unit.

    One that cannot be read does not hide the others: what is wrong with it comes back beside them.
    """
    reports: list[Report] = []
    problems: list[Jax101Error] = []
    for file in {found.resolve(): found for path in paths for found in _files(path, problems)}.values():
        try:
            reports.append(read(file))
        except OutputError as problem:
            problems.append(problem)
    return tuple(sorted(reports, key=lambda report: (report.student, report.unit))), tuple(problems)


class Held:
    """The lock of a folder of reports, while it is held."""

    def __init__(self, out: Path, handle: int) -> None:
        self._out = out
        self._handle = handle

    def make_sure(self) -> None:
        """`OutputError` when the folder was removed or replaced: then another grader may be at work in the new one."""
        with suppress(OSError):
            if os.path.samestat(os.stat(self._out / _LOCK, follow_symlinks=False), os.fstat(self._handle)):
                return
        raise OutputError(
            f"{_shown(self._out)} was removed or replaced while it was in use, or its {_LOCK} was: "
            "leave it there and start again."
        )


@contextmanager
def lock(out: Path, instead: str = "or choose another folder with --out", patience: float = 0.0) -> Iterator[Held]:
    """Be the only writer of this folder; what a killed one left unfinished is cleared away first.

    `OutputError` when another grader is at work there, after `patience` seconds still: wait for it, it says, and what
    to do `instead`.  The lock goes with the process, however it ends, but a forked child that lives longer keeps it:
    start children with exec.
    """
    with _said(out):
        _make(out)
        # Opened to stay: the descriptor is the lock.
        handle = os.open(out / _LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        try:
            _take(handle, patience)
        except BlockingIOError:
            raise OutputError(f"{_shown(out)} is in use by another grader: wait for it, {instead}.") from None
        except OSError as error:
            raise OutputError(f"{_shown(out)} cannot be locked: {error.strerror}. Choose another with --out.") from None
        held = Held(out, handle)
        held.make_sure()  # someone may have removed it between the two calls above
        _clear_leftovers(out)
        yield held
    finally:
        os.close(handle)


def _take(handle: int, patience: float) -> None:
    """`BlockingIOError` when somebody holds the lock, and keeps it."""
    import fcntl  # not on Windows, where reports can still be read

    until = time.monotonic() + patience
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise
        time.sleep(_PAUSE)


# --------------------------------------------------------------------------- reading


def _files(path: Path, problems: list[Jax101Error]) -> list[Path]:
    """The reports that a path of the user's stands for: a report, a student's folder, or a folder of those."""
    try:
        if not path.is_dir():
            return [path]  # whatever it is, reading says it
        below = [file for entry in _entries(path, problems) for file in _entries(entry, problems)]
    except OSError as error:
        problems.append(OutputError(f"{_shown(path)} cannot be read: {error.strerror}."))
        return []
    found = [file for file in below if file.suffix == ".json"]
    if not found:
        problems.append(OutputError(f"{_shown(path)} holds no reports: `jax101 grade` writes them."))
    return found


def _entries(path: Path, problems: list[Jax101Error]) -> list[Path]:
    """What a folder holds, in order, less hidden things; links are named, not followed.  A file stands for itself."""
    if not path.is_dir():
        return [path]
    seen = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
    links = [entry for entry in seen if entry.is_symlink()]
    problems += [OutputError(f"{_shown(link)} is a link, which is not followed: name its target.") for link in links]
    return [entry for entry in seen if not entry.is_symlink()]


def _bytes(path: str | Path, folder: int | None = None, flags: int = 0) -> bytes:
    """The content of a plain file of sane size; `OSError` for any other."""
    handle = os.open(path, os.O_RDONLY | _FILE | flags, dir_fd=folder)
    with open(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            raise OSError(0, "it is not a plain file of the size of a report")
        return file.read(MAX_BYTES)


class _Head(msgspec.Struct):
    schema: str


def _decoded(data: bytes, path: Path) -> Report:
    try:
        schema = msgspec.json.decode(data, type=_Head).schema
        if schema != REPORT_SCHEMA:
            raise OutputError(
                f"{_shown(path)} has the schema {visible(schema)!r}, and this jax101 knows {REPORT_SCHEMA!r}: {_AGAIN}."
            )
        report = msgspec.json.decode(data, type=Report)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise OutputError(f"{_shown(path)} is not a report of jax101, or is damaged ({error}): {_AGAIN}.") from None
    if (report.score is None) == (report.status == "graded"):
        raise OutputError(f"{_shown(path)} is damaged: its status and its score do not agree; {_AGAIN}.")
    return report


# --------------------------------------------------------------------------- writing


def _standing(path: Path, folder: int, student: str, unit: str) -> Report | None:
    """The student's earlier report of that unit, or nothing; `InTheWay` for anything else."""
    try:
        old = _decoded(_bytes(path.name, folder, os.O_NOFOLLOW), path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InTheWay(f"{_shown(path)} is not a report of jax101 ({error.strerror}): {_AGAIN}.") from None
    except OutputError as error:
        raise InTheWay(str(error)) from None
    if (old.student, old.unit) != (student, unit):  # as where ada and Ada are one folder
        raise InTheWay(f"{_shown(path)} is the report of {visible(old.student)}, {visible(old.unit)}: {_AGAIN}.")
    return old


def _replace(folder: int, name: str, data: bytes) -> None:
    temporary = _UNFINISHED.format(secrets.token_hex(8))
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600, dir_fd=folder)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        os.rename(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:  # Ctrl-C, too
        with suppress(OSError):
            os.unlink(temporary, dir_fd=folder)
        raise
    _sync_folder(folder)


@contextmanager
def _folder(path: Path) -> Iterator[int]:
    """A student's folder, made where missing."""
    _make(path.parent)
    if not path.is_symlink():  # `_opened` says so
        _make(path)
    with _opened(path) as handle:
        yield handle


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """A student's folder, opened without following a link: names then mean this very one.

    `InTheWay` when it is something else.
    """
    if path.is_symlink():
        raise InTheWay(f"{_shown(path)} is a link, which is not followed: put a folder in its place.")
    try:
        handle = os.open(path, os.O_RDONLY | _FOLDER)
    except NotADirectoryError:
        raise InTheWay(f"{_shown(path)} is no folder: {_AGAIN}.") from None
    try:
        yield handle
    finally:
        os.close(handle)


def _make(folder: Path) -> None:
    """Make a folder that is missing, and those above it, to stay: a name is on the disk when its folder was synced."""
    if not folder.exists():
        _make(folder.parent)
        folder.mkdir(0o700, exist_ok=True)
        with suppress(PermissionError):  # a folder may be writable and not readable
            handle = os.open(folder.parent, os.O_RDONLY | os.O_CLOEXEC)
            try:
                _sync_folder(handle)
            finally:
                os.close(handle)


def _sync_folder(folder: int) -> None:
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # a file system that has no such thing
            raise


def _clear_leftovers(out: Path) -> None:
    for leftover in out.glob("*/" + _UNFINISHED.format("*")):
        if not leftover.parent.is_symlink():
            with _said(leftover):
                leftover.unlink(missing_ok=True)


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """What the system refuses, as a sentence."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{_shown(path)} cannot be written: {error.strerror or error}. Make room or give permission there, "
            "or choose another folder with --out."
        ) from None


def _shown(path: Path) -> str:
    return visible(str(path))
