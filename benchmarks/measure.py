"""Wall time, processor time and memory of a command with all that it starts."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

import psutil


class Cost(NamedTuple):
    """What a command took, in seconds and bytes."""

    wall: float
    cpu: float
    peak: int = 0  # of the proportional set size, over the whole tree

    def per(self, count: float) -> Cost:
        return Cost(self.wall / count, self.cpu / count, self.peak)


def cost_of(command: list[str], folder: Path | None = None, *, memory: bool = False) -> Cost:
    """Run a command to its end; 0 and 1 are good ends.  Watching memory costs time, so never do both in one run."""
    meter, begun = _Meter(), time.perf_counter()
    with subprocess.Popen(
        meter.around(command), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        watch = _Watch(process.pid) if memory else None
        _, said = process.communicate()
    wall, cpu = time.perf_counter() - begun, meter.stop()
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{said.decode()[-3000:]}")
    return Cost(wall, cpu, watch.stop() if watch else 0)


class _Meter:
    """Processor time of a command and of everything it starts, also of what is killed and never waited for.

    A control group of version 1 counts exactly that.  Where there is none, it is the time of the whole machine.
    """

    def __init__(self) -> None:
        self._group: Path | None = Path("/sys/fs/cgroup/cpuacct", f"jax101-bench-{os.getpid()}")
        try:
            self._group.mkdir(exist_ok=True)
        except OSError:
            self._group = None
        self._before = self._used()

    def around(self, command: list[str]) -> list[str]:
        """The command, to be started inside of the group."""
        if self._group is None:
            return command
        return ["sh", "-c", f"echo 0 > {self._group}/cgroup.procs && exec {shlex.join(command)}"]

    def stop(self) -> float:
        """Seconds since the beginning."""
        used = self._used() - self._before
        if self._group is not None:
            with contextlib.suppress(OSError):
                self._group.rmdir()
        return used

    def _used(self) -> float:
        if self._group is not None:
            return int((self._group / "cpuacct.usage").read_text()) / 1e9
        times = psutil.cpu_times()
        return float(times.user + times.system + times.nice)


class _Watch:
    """Adds up the memory of a process tree, several times a second; shared pages count by share."""

    def __init__(self, pid: int) -> None:
        self._root = psutil.Process(pid)
        self._peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def stop(self) -> int:
        self._over.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._over.wait(0.2):
            with contextlib.suppress(psutil.Error):
                tree = [self._root, *self._root.children(recursive=True)]
                self._peak = max(self._peak, sum(map(_share, tree)))


def _share(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except (psutil.Error, AttributeError):
        return 0


def python(*words: str) -> list[str]:
    """A command of this Python."""
    return [sys.executable, *words]
