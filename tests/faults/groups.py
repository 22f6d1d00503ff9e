"""Control groups of the kernel's for a run to be in, of version 1 or 2: a small machine, a container to be paused.

Where the machine has no such controller to give, a test says so and is skipped.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import pytest

_SECONDS = 10.0  # for the kernel to freeze what is in a group


class Group(NamedTuple):
    """`folder` is the group; processes join `inside`, which is another where version 2 wants controllers above them."""

    folder: Path
    inside: Path

    @property
    def version(self) -> int:
        return 1 if self.folder == self.inside else 2

    def freeze(self) -> None:
        """Stop all that is in it, as `docker pause` does; returns when it stands still."""
        if self.version == 1:
            self._say("freezer.state", "FROZEN", "freezer.state", "FROZEN")
        else:
            self._say("cgroup.freeze", "1", "cgroup.events", "frozen 1")

    def thaw(self) -> None:
        if self.version == 1:
            self._say("freezer.state", "THAWED", "freezer.state", "THAWED")
        else:
            self._say("cgroup.freeze", "0", "cgroup.events", "frozen 0")

    def _say(self, file: str, word: str, answer: str, wanted: str) -> None:
        (self.folder / file).write_text(word)
        deadline = time.monotonic() + _SECONDS
        while wanted not in (self.folder / answer).read_text():
            assert time.monotonic() < deadline, f"{self.folder}: no {wanted}"
            time.sleep(0.005)

    def remove(self) -> None:
        with suppress(OSError):
            self.thaw()
        for folder in (self.inside, self.folder):
            for left in sorted(folder.glob("jax101-*")):
                with suppress(OSError):
                    left.rmdir()
            with suppress(OSError):
                folder.rmdir()


@contextmanager
def freezable(version: int) -> Iterator[Group]:
    """A group that can be frozen.  Version 2 can freeze any; where it has controllers, workers' groups lie within."""
    parent = _mount("freezer") if version == 1 else _mount("")
    if parent is None:
        pytest.skip(f"NOT TESTED: this machine has no freezer of version {version}")
    with _made(parent, version, "freezer") as group:
        yield group


@contextmanager
def with_memory(most: int) -> Iterator[Group]:
    """A group in which all together have so many bytes, and no swap; version 2 where it has the controller."""
    two, one = _mount(""), _mount("memory")
    for parent, version in ((two, 2), (one, 1)):
        if parent is not None and (version == 1 or "memory" in (parent / "cgroup.subtree_control").read_text()):
            with _made(parent, version, "memory") as group:
                for name, value in (
                    ("memory.max", most),
                    ("memory.swap.max", 0),
                    ("memory.limit_in_bytes", most),
                    ("memory.memsw.limit_in_bytes", most),
                    ("memory.swappiness", 0),
                ):
                    if (group.folder / name).exists():
                        (group.folder / name).write_text(str(value))
                yield group
            return
    pytest.skip("NOT TESTED: nobody gives this process a memory controller, of version 1 or 2")


@contextmanager
def _made(parent: Path, version: int, what: str) -> Iterator[Group]:
    folder = parent / f"faults-{what}-{os.getpid()}"
    group = Group(folder, folder if version == 1 else folder / "inside")
    try:
        try:
            folder.mkdir()
            if version == 2:
                given = set((folder / "cgroup.controllers").read_text().split()) & {"memory", "pids"}
                (folder / "cgroup.subtree_control").write_text(" ".join(f"+{name}" for name in sorted(given)))
                group.inside.mkdir()
        except OSError as error:
            pytest.skip(f"NOT TESTED: no control group of version {version} can be made here ({error.strerror})")
        yield group
    finally:
        group.remove()


def _mount(controller: str) -> Path | None:
    """Where a controller of version 1 is mounted, or version 2 itself (""); `None` where it is not."""
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        before, _, after = line.partition(" - ")
        kind, _, options = after.split(" ", 2)
        if (kind == "cgroup2" and not controller) or (kind == "cgroup" and controller in options.split(",")):
            return Path(before.split(" ")[4])
    return None
