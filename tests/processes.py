"""Processes and their control groups as tests see them from outside, where each may end while it is looked at."""

from __future__ import annotations

import fnmatch
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import psutil


def children(pid: int, *, recursive: bool = False) -> list[int]:
    """Those that a process has started and that have not been waited for; `recursive`: and those of theirs."""
    with suppress(psutil.NoSuchProcess):
        return [child.pid for child in psutil.Process(pid).children(recursive)]
    return []


def descendants(pid: int) -> set[int]:
    return set(children(pid, recursive=True))


def command_of(pid: int) -> str:
    """Its command line; nothing of one that has ended."""
    with suppress(psutil.NoSuchProcess):
        return " ".join(psutil.Process(pid).cmdline())
    return ""


def is_alive(pid: int) -> bool:
    """Whether it runs: one that has ended, but that nobody has waited for yet, does not."""
    with suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    return False


def is_stopped(pid: int) -> bool:
    with suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).status() == psutil.STATUS_STOPPED
    return False


def left_after(pids: Iterable[int], seconds: float) -> set[int]:
    """Those that still run after so long; returns as soon as there is none."""
    deadline = time.monotonic() + seconds
    while (left := {pid for pid in pids if is_alive(pid)}) and time.monotonic() < deadline:
        time.sleep(0.02)
    return left


def control_groups(pattern: str) -> list[Path]:
    """The kernel's control groups with such a name, in every tree.

    Others' groups come and go meanwhile, which `Path.glob` takes for an error and `os.walk` does not.
    """
    walk = os.walk("/sys/fs/cgroup")
    return [Path(folder, name) for folder, names, _ in walk for name in fnmatch.filter(names, pattern)]
