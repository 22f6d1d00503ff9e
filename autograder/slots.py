"""A slot: a trusted process that grades one submission after another with a zygote of its own."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import traceback
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from typing import NamedTuple

from autograder.errors import Infrastructure, Jax101Error
from autograder.grading import Job, grade, infrastructure_error
from autograder.grading import rehearse as rehearse_checks
from autograder.model import Limits, Report
from autograder.rehearsal import Programs
from autograder.sandbox.client import Worker, Zygote
from autograder.sandbox.confine import Tier

_TRIES = 2  # of our own machinery, before a report says that it failed
_PR_SET_PDEATHSIG = 1


class Settings(NamedTuple):
    """What a slot is started with."""

    tier: Tier
    parent: int
    programs: Path | None  # compiled operations that workers may read


class _Slot:
    def __init__(self, settings: Settings, cpu: int) -> None:
        self._settings = settings
        self.cpu = cpu
        self._zygote: Zygote | None = None

    def zygote(self) -> Zygote:
        if self._zygote is None:
            # In tier landlock root's private cache folder would cost the worker its own uid.
            programs = self._settings.programs if self._settings.tier is not Tier.LANDLOCK else None
            self._zygote = Zygote(self._settings.tier, cpu=self.cpu, cache_dir=programs)
            self._zygote.start()
        return self._zygote

    def drop_zygote(self) -> None:
        if self._zygote is not None:
            self._zygote.close()
            self._zygote = None


_slot: _Slot | None = None


def start(settings: Settings, cpus: SimpleQueue[int], pids: SimpleQueue[int]) -> None:
    """Called once in a new slot: ends with its parent, leaves Ctrl-C to it, and begins to warm its zygote."""
    global _slot
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # blocked while we started
    _die_with(settings.parent)
    pids.put(os.getpid())
    _slot = _Slot(settings, cpus.get())
    _slot.zygote()


def work(job: Job) -> Report:
    """Grade one submission.  Our own failure becomes an `infrastructure_error`, after another try with a new zygote."""
    assert _slot is not None
    for attempt in range(1, _TRIES + 1):
        try:
            return grade(job, _slot.zygote)
        except Infrastructure as error:
            _slot.drop_zygote()
            if attempt == _TRIES:
                return infrastructure_error(job, str(error))
        except Jax101Error:
            raise  # about the course or this machine, so about every submission
        except Exception as error:  # noqa: BLE001  whatever it is, one submission must not stop a class
            _slot.drop_zygote()
            if os.environ.get("JAX101_DEBUG"):
                traceback.print_exc()
            return infrastructure_error(job, f"a mistake of ours ({type(error).__name__}), please tell us")
    raise AssertionError("unreachable")


def rehearse(job: Job, programs: Programs) -> None:
    """Fill the folder of compiled operations from the course's own solution, which needs no wall."""
    assert _slot is not None
    with programs.workshop() as folder:
        rehearse_checks(job, _Rehearsal(_slot.zygote(), Path(folder)))
        programs.keep(job.kit, Path(folder))


class _Rehearsal:
    """Workers without a wall, that write what they compile into a folder."""

    def __init__(self, zygote: Zygote, folder: Path) -> None:
        self._zygote = zygote
        self._folder = folder

    def spawn(self, limits: Limits) -> Worker:
        return self._zygote.spawn(limits, Tier.NONE, cache_dir=self._folder)


def _die_with(parent: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before we could ask
        os._exit(1)
