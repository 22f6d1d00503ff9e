"""rlimits: what a process may use, counted by the kernel.  They only ever go down."""

from __future__ import annotations

import os
import resource
from pathlib import Path

_ADDRESS_SPACE = 8 << 30  # XLA reserves far more than it uses; less than this and it does not start
_ROOM_FOR_CODE = 6 << 30  # address space beyond a worker's data: libraries, reservations
_FILES = 256
_FILES_WITH_DRIVER = 1024
_TASKS = 64  # threads of a worker with a uid of its own; JAX on one core needs about ten
_SHARED_TASKS = 1024  # on top of what a shared uid runs already


def apply(memory: int, cpu_seconds: int, file_bytes: int, tasks: int | None, *, driver: bool = False) -> None:
    """Lower every limit.  `memory`: bytes of data; `tasks`: threads and processes of this uid, or None for as now.

    `driver`: of an accelerator, which reserves address space for the memory of all devices and keeps many files open.
    """
    wanted = {
        resource.RLIMIT_AS: max(_ADDRESS_SPACE, memory + _ROOM_FOR_CODE),
        resource.RLIMIT_DATA: memory,
        resource.RLIMIT_CPU: cpu_seconds,  # ends even a loop in C that holds the GIL
        resource.RLIMIT_FSIZE: file_bytes,
        resource.RLIMIT_NOFILE: _FILES,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_RTPRIO: 0,
        resource.RLIMIT_SIGPENDING: _TASKS,
    }
    if driver:
        del wanted[resource.RLIMIT_AS]
        wanted[resource.RLIMIT_NOFILE] = _FILES_WITH_DRIVER
    if tasks is not None:
        wanted[resource.RLIMIT_NPROC] = tasks + _TASKS * driver  # it has threads of its own
    for kind, value in wanted.items():
        hard = resource.getrlimit(kind)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))


def tasks(own_uid: bool) -> int:
    """A bound for RLIMIT_NPROC, which counts every task of a uid: a small one where the worker has its own."""
    return _TASKS if own_uid else _running_tasks() + _SHARED_TASKS


def _running_tasks() -> int:
    count = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if entry.stat().st_uid == os.getuid():
                    count += len(os.listdir(entry / "task"))
            except OSError:  # it ended meanwhile
                continue
    return count


def first_to_go() -> None:
    """When the machine runs out of memory, a worker ends before anything else does."""
    Path("/proc/self/oom_score_adj").write_text("1000")
