"""A slot: a trusted process that grades one submission after another with a zygote of its own."""

from __future__ import annotations

import contextlib
import os
import signal
import traceback
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from autograder.accelerator import Line
from autograder.errors import Infrastructure, Jax101Error, WorkerLost
from autograder.grading import Job, grade, infrastructure_error
from autograder.grading import rehearse as rehearse_checks
from autograder.heartbeat import Heartbeat
from autograder.model import Limits, Report
from autograder.rehearsal import Programs, Sound
from autograder.sandbox.client import Worker, Zygote
from autograder.sandbox.confine import Tier
from autograder.signals import die_with

_TRIES = 3  # of our own machinery, before a report says that it failed
_REPAIR_SECONDS = 150.0  # for each of them: to notice that a zygote is gone, and to start another
_IMPOSSIBLE = 'the course\'s own solution fails the check "{}" here, too; `jax101 doctor` may say why'


class Settings(NamedTuple):
    """What a slot is started with."""

    tier: Tier
    parent: int
    programs: Path | None  # compiled operations that workers may read


class Rehearsal(NamedTuple):
    """One unit's checks on the course's own solution, before its submissions come."""

    job: Job
    programs: Programs


Work = Job | Rehearsal


class _Slot:
    def __init__(self, settings: Settings, cpu: int, line: Connection | None = None) -> None:
        self._settings = settings
        self._line = line
        self.cpu = cpu
        self.last_try = False
        self.heartbeat = Heartbeat()
        self._zygote: Zygote | None = None
        self._sound = Sound(settings.tier.value, settings.programs)

    def evaluations(self) -> Line | None:
        """The way to the run's evaluator, for one submission; `None` where functions are called plainly."""
        return None if self._line is None else Line(self._line)

    def zygote(self) -> Zygote:
        if self._zygote is None:
            # In tier landlock root's private cache folder would cost the worker its own uid.
            programs = self._settings.programs if self._settings.tier is not Tier.LANDLOCK else None
            self._zygote = Zygote(self._settings.tier, cpu=self.cpu, cache_dir=programs)
            self._zygote.start()
        self._zygote.believes = self.last_try
        return self._zygote

    def drop_zygote(self) -> None:
        if self._zygote is not None:
            self._zygote.close()  # and with it whatever it has forked
            self._zygote = None

    def impossible(self, job: Job, report: Report) -> str:
        """Which check that this submission failed cannot be passed here at all, as a sentence; as a rule there is none.

        JAX may need a system call that workers do not have, or more memory or time than there is: that is no mistake
        of the student's.  The course's own solution tells, behind the same wall; it is asked when an answer is wrong,
        and for each unit until all of it has passed.
        """
        lost = _lost(report)
        if not lost or job.kit in self._sound:
            return ""
        failed = rehearse_checks(job, self.zygote()).failed
        if not failed:
            self._sound.add(job.kit)
        return next((_IMPOSSIBLE.format(lost[check]) for check in lost if check in failed), "")


def _lost(report: Report) -> dict[str, str]:
    """The checks that an attempt did not pass, with their titles."""
    checks = [check for task in report.tasks for check in task.checks if report.status == "graded"]
    missed = [check for check in checks if check.outcome != "passed" and check.misconception != "not-attempted"]
    return {check.check: check.title for check in missed}


_slot: _Slot | None = None


def main(descriptor: int, line: int | None = None) -> None:
    """The whole life of a slot: warms a zygote, answers one piece of work after another, ends when the pipe does.

    `descriptor` is the pipe; through it come `Settings` and a core first.  `line` is the way to the run's evaluator,
    where it has one.
    """
    pipe = Connection(descriptor)
    with contextlib.suppress(EOFError, ConnectionError):
        settings, cpu = pipe.recv()
        start(settings, cpu, None if line is None else Connection(line))
        assert _slot is not None
        while True:
            todo: Work = pipe.recv()
            pipe.send(_answer(todo))
    if _slot is not None:
        _slot.drop_zygote()


def _answer(todo: Work) -> Report | Exception | None:
    try:
        if isinstance(todo, Rehearsal):
            rehearse(*todo)
            return None
        return work(todo)
    except Exception as error:  # noqa: BLE001  about the course or this machine: the run has to know
        return error


def start(settings: Settings, cpu: int, line: Connection | None = None) -> None:
    """Called once in a new slot: ends with its parent, leaves Ctrl-C to it, and begins to warm its zygote."""
    global _slot
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # blocked while we started
    die_with(settings.parent)
    _slot = _Slot(settings, cpu, line)
    _slot.zygote()


def patience(todo: Work) -> float:
    """Seconds that a slot may be at this, whatever a submission does and whatever happens to a zygote."""
    job = todo.job if isinstance(todo, Rehearsal) else todo
    # For the submission, and for the course's own solution where that is asked whether a check can be passed.
    return _TRIES * (2 * job.kit.unit.limits.submission_seconds + _REPAIR_SECONDS)


def work(job: Job) -> Report:
    """Grade one submission.  Our own failure becomes an `infrastructure_error`, after more tries with a new zygote.

    Each try is a whole grading: what a failed one found is forgotten.
    """
    assert _slot is not None
    for attempt in range(1, _TRIES + 1):
        _slot.last_try = attempt == _TRIES
        missed = _slot.heartbeat.missed()
        try:
            report = grade(job, _slot.zygote, _slot.evaluations())
            if why := _slot.impossible(job, report):
                report = infrastructure_error(job, why)
        except Infrastructure as error:
            if not isinstance(error, WorkerLost):  # the zygote could fork, and hear how it ended
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
        else:
            paused = _slot.heartbeat.missed() > missed  # and a deadline may have passed meanwhile
            # A machine short of memory stutters as often as one tries: at last, only what ran out of time is in doubt.
            if not paused or (attempt == _TRIES and not _ran_out_of_time(report)):
                return report
    return infrastructure_error(job, "the process that graded it was paused again and again; grade it once more")


def _ran_out_of_time(report: Report) -> bool:
    """Whether a check says so, or was not run though nothing of its task ended the program."""
    outcomes = [{check.outcome for check in task.checks} for task in report.tasks]
    return any("timeout" in each or ("not_run" in each and "crashed" not in each) for each in outcomes)


def rehearse(job: Job, programs: Programs) -> None:
    """Fill the folder of compiled operations from the course's own solution, which needs no wall."""
    assert _slot is not None
    with programs.workshop() as folder:
        rehearse_checks(job, _Unwalled(_slot.zygote(), folder))
        programs.keep(job.kit, folder)


class _Unwalled:
    """Workers without a wall, that write what they compile into a folder."""

    def __init__(self, zygote: Zygote, folder: Path) -> None:
        self._zygote = zygote
        self._folder = folder

    def spawn(self, limits: Limits) -> Worker:
        return self._zygote.spawn(limits, Tier.NONE, cache_dir=self._folder)
