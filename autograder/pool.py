"""The slots of a run: a process each, with a pipe of its own, watched from here.

Why not `concurrent.futures.ProcessPoolExecutor`: there a process that dies takes the others' work along, and one that
is stopped, or dies within a long answer in the pipe that all share, is waited for without end.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import NamedTuple, Self

from autograder import slots
from autograder.accelerator import Accelerator
from autograder.errors import SlotDied
from autograder.model import Report
from autograder.pipes import pipe
from autograder.signals import ctrl_c_blocked
from autograder.slots import Settings, Work

_GLANCE_SECONDS = 1.0  # between two looks at what goes on
_TIDYING_SECONDS = 60.0  # for a slot to end its zygote when there is nothing more to do
_START_SECONDS = 120.0  # a slot imports, and its zygote warms up

# A fresh interpreter: a fork would carry along whatever this process holds.  It finds its modules where we found ours.
_BOOT = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from autograder import slots
slots.main(*map(int, sys.argv[2:]))
"""

Outcome = Report | None | Exception


class _Slot(NamedTuple):
    process: subprocess.Popen[bytes]
    pipe: Connection


class _Task:
    """What a slot is at, and how long it may be at it."""

    def __init__(self, work: Work, slot: int) -> None:
        self.work = work
        self.slot = slot
        self.left = _START_SECONDS + slots.patience(work)


class Pool:
    """Up to `size` slots, each started when it is first needed, and anew when it has died."""

    def __init__(self, size: int, settings: Settings, accelerator: Accelerator | None = None) -> None:
        self._settings = settings
        self._accelerator = accelerator
        self._free = list(range(size))
        self._slots: dict[int, _Slot] = {}
        self._tasks: list[_Task] = []
        self._cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [0]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        """Gone, all of them: tidily; or at once when the run is stopped, by Ctrl-C or by a disk that is full."""
        for slot in self._slots.values():
            slot.pipe.close() if kind is None else slot.process.kill()
        for slot in self._slots.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                slot.process.wait(_TIDYING_SECONDS)
            slot.process.kill()
            slot.process.wait()

    @property
    def free(self) -> bool:
        """Whether a slot has nothing to do."""
        return bool(self._free)

    @property
    def busy(self) -> bool:
        """Whether a slot has something to do."""
        return bool(self._tasks)

    def submit(self, work: Work) -> None:
        """Give work to a free slot."""
        task = _Task(work, self._free.pop(0))
        self._tasks.append(task)
        # What goes wrong here is seen by `finished`: the pipe is closed, or the slot is overdue.
        with contextlib.suppress(OSError):
            if task.slot not in self._slots:
                self._slots[task.slot] = self._start(task.slot)
            self._slots[task.slot].pipe.send(work)

    def finished(self) -> Iterator[tuple[Work, Outcome]]:
        """Wait for something to end.  A report, or what was raised; `SlotDied` where the slot ended over it."""
        before = time.monotonic()
        pipes = [slot.pipe for task in self._tasks if (slot := self._slots.get(task.slot))]
        ready = wait(pipes, _GLANCE_SECONDS)
        # Only time in which we were awake counts: nobody is late because the run was paused with Ctrl-Z.
        passed = min(time.monotonic() - before, 2 * _GLANCE_SECONDS)
        for task in list(self._tasks):
            slot = self._slots.get(task.slot)
            task.left -= passed
            if slot is None or slot.pipe in ready or task.left <= 0:
                outcome = SlotDied("it did not answer") if slot is None or task.left <= 0 else _answer(slot.pipe)
                if isinstance(outcome, SlotDied):
                    self._drop(task.slot)
                self._tasks.remove(task)
                self._free.append(task.slot)
                yield task.work, outcome

    def _start(self, number: int) -> _Slot:
        ours, theirs = pipe()
        line = self._accelerator.line() if self._accelerator is not None else None
        ends = [end.fileno() for end in (theirs, line) if end is not None]
        cpu = self._cores[number % len(self._cores)]
        path = json.dumps([str(entry) or os.getcwd() for entry in sys.path])
        debugging = bool(os.environ.get("JAX101_DEBUG"))
        with theirs, line or contextlib.nullcontext(), ctrl_c_blocked():
            process = subprocess.Popen(
                [sys.executable, "-P", "-c", _BOOT, path, *map(str, ends)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if debugging else subprocess.DEVNULL,  # what there is to say, we say
                pass_fds=ends,
            )
        with contextlib.suppress(OSError):  # it has ended already, and that is seen when it is asked
            ours.send((self._settings, cpu))
        return _Slot(process, ours)

    def _drop(self, number: int) -> None:
        """A slot that is dead, or is now: whatever it hears, a stopped process ends by SIGKILL only."""
        if (slot := self._slots.pop(number, None)) is not None:
            slot.pipe.close()
            slot.process.kill()
            slot.process.wait()


def _answer(pipe: Connection) -> Outcome:
    try:
        answer: Outcome = pipe.recv()
    except (EOFError, OSError):  # it ended, perhaps within its answer, or stopped within it
        return SlotDied("it ended")
    return answer
