"""A control group: memory and tasks of a zygote's workers, counted together by the kernel, where we may make one.

rlimits count a process at a time and not the pages of its scratch folder; a group counts all of it.  Version 2 has
one tree for both controllers, version 1 one for each.  One group a zygote, named after it, so that what a killed
grader left behind is recognised and removed by the next.
"""

from __future__ import annotations

import errno
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_PREFIX = "jax101-"
_TASKS = 192
_ENDING_SECONDS = 2.0
_GLANCE_SECONDS = 0.005
_CONTROLLERS = ("memory", "pids")


class OutOfMemory(NamedTuple):
    """`kills`: processes that the kernel has ended for want of memory; `own_limit`: times a group's limit was met."""

    kills: int = 0
    own_limit: int = 0


def out_of_memory(group: Group | None) -> OutOfMemory:
    """The counts so far, of the group or, where there is none, of the machine."""
    if group is not None:
        return group.out_of_memory()
    with suppress(OSError):
        return OutOfMemory(_counts(Path("/proc/vmstat").read_text()).get("oom_kill", 0))
    return OutOfMemory()


class Group:
    """Folders of the group: one for version 2, two for version 1.  Made by `create`, removed by `remove`."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders

    @classmethod
    def create(cls) -> Group | None:
        """A group for this process's workers; None where the machine does not let us have one."""
        name = f"{_PREFIX}{os.getpid()}"
        for parents in _candidates():
            group = cls(tuple(parent / name for parent in parents))
            try:
                for parent in parents:
                    _sweep(parent)
                group.bound(1 << 40)
            except OSError:
                group.remove()
                continue
            return group
        return None

    def bound(self, memory: int) -> None:
        """All workers together get `memory` bytes and no swap."""
        for folder in self.folders:
            folder.mkdir(exist_ok=True)  # another grader's sweep may have taken an empty one
            for name, value in (
                ("memory.max", memory),
                ("memory.swap.max", 0),
                ("memory.limit_in_bytes", memory),
                ("pids.max", _TASKS),
            ):
                if (folder / name).exists():
                    (folder / name).write_text(str(value))

    def join(self) -> None:
        """Move this process in; what it forks from now on is born there."""
        for folder in self.folders:
            (folder / "cgroup.procs").write_text("0")

    def out_of_memory(self) -> OutOfMemory:
        """How often the kernel has ended a process of the group, and how often the group's own limit was met.

        It ends them, too, when a group above is full, or the machine: then the limit of ours was not met.
        """
        counts: dict[str, int] = {}
        for folder in self.folders:
            for name in ("memory.events", "memory.oom_control"):
                with suppress(OSError):
                    counts.update(_counts((folder / name).read_text()))
            with suppress(OSError, ValueError):
                counts["oom"] = int((folder / "memory.failcnt").read_text())
        return OutOfMemory(counts.get("oom_kill", 0), counts.get("oom", 0))

    def remove(self) -> None:
        """As soon as it is empty: who ends because another has ended does so a moment later."""
        deadline = time.monotonic() + _ENDING_SECONDS
        for folder in self.folders:
            while not _is_gone(folder) and time.monotonic() < deadline:
                time.sleep(_GLANCE_SECONDS)


def _is_gone(folder: Path) -> bool:
    """Remove it, unless a process is left in it."""
    try:
        folder.rmdir()
    except OSError as error:
        return error.errno != errno.EBUSY
    return True


def _counts(text: str) -> dict[str, int]:
    """The numbers of a file with a name and a number in each line."""
    pairs = (line.split() for line in text.splitlines())
    return {pair[0]: int(pair[1]) for pair in pairs if len(pair) == 2 and pair[1].isdigit()}


def _candidates() -> list[tuple[Path, ...]]:
    """Folders a group may be made in, best first."""
    mounts = _mounts()
    own = _own_groups()
    found: list[tuple[Path, ...]] = []
    if "" in mounts:
        root = mounts[""]
        home = root / own.get("", "/").lstrip("/")
        # A group that holds processes cannot hand controllers to a child, so go up until one does.
        for parent in (home, *home.parents):
            with suppress(OSError):
                if set(_CONTROLLERS) <= set((parent / "cgroup.subtree_control").read_text().split()):
                    found.append((parent,))
            if parent == root:
                break
    if all(name in mounts for name in _CONTROLLERS):
        found.append(tuple(mounts[name] / own.get(name, "/").lstrip("/") for name in _CONTROLLERS))
        found.append(tuple(mounts[name] for name in _CONTROLLERS))  # in a container, whose own path lies outside
    return found


def _mounts() -> dict[str, Path]:
    """Where each version 1 controller is mounted, and under "" the version 2 tree."""
    found: dict[str, Path] = {}
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        before, _, after = line.partition(" - ")
        kind, _, options = after.split(" ", 2)
        place = Path(before.split(" ")[4])
        if kind == "cgroup2":
            found[""] = place
        elif kind == "cgroup":
            found.update({name: place for name in options.split(",") if name in _CONTROLLERS})
    return found


def _own_groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        _, names, path = line.split(":", 2)
        found.update(dict.fromkeys(names.split(","), path))
    return found


def _sweep(parent: Path) -> None:
    """Remove groups of zygotes that are gone."""
    for folder in parent.glob(f"{_PREFIX}*"):
        pid = folder.name.removeprefix(_PREFIX)
        if pid.isdigit() and not Path("/proc", pid).exists():
            with suppress(OSError):
                folder.rmdir()
