"""The trusted side of the wall: starts zygotes, asks workers, believes nothing.

    with Zygote(tier=Tier.ROOT) as zygote, zygote.spawn(limits) as worker:
        reply = worker.request(Load(nonce=new_nonce(), …), seconds=30)

A worker that is late, dead or lying is killed and raises a `WorkerEnded`, which is about the student's program; a
zygote that is gone raises `errors.ZygoteDied`, which is about us.
"""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from autograder.errors import CourseError, Infrastructure, WorkerLost, ZygoteDied
from autograder.model import Limits
from autograder.sandbox import control, frames, launch, protocol, tiers, validate
from autograder.sandbox.confine import Tier

NOT_LOCKED_IN = "a worker could not be locked in: "

_START_SECONDS = 120.0  # a cold disk, a font list to build
_ANSWER_SECONDS = 60.0  # for the zygote's part in a birth or a death
_DYING_SECONDS = 2.0  # between the closing of its socket and the end of a process that crashed
_SCRATCH = 64 << 20  # bytes of a worker's folder
_LARGEST_FILE = 16 << 20
_CPU_SLACK = 2  # seconds of processor time beyond the wall-clock limit, which should strike first


class WorkerEnded(Exception):
    """A worker is no more, and a check has no answer.  `str()` is half a sentence about the student's program."""


class WorkerTimeout(WorkerEnded):
    """It did not answer in time."""


class WorkerDied(WorkerEnded):
    """It ended by itself, or the kernel ended it for using too much."""


class WorkerLied(WorkerEnded):
    """What it said is not a reply to what it was asked."""


def new_nonce() -> int:
    """A number for one request, that no worker can guess before it reads it."""
    return secrets.randbits(63)


class Zygote:
    """A warm process that forks workers.  Starting takes a second or two and goes on in the background until `spawn`.

    `tier`: None for the best this machine has.  `cpu`: the one core it and its workers run on; None picks one.
    `cache_dir`: compiled programs that workers may read, and students with them: none of a reference solution.
    `fill`: workers keep there what they compile; only for code of ours, without a wall.
    `platform`: what JAX computes on, in JAX's word; anything but "cpu" is for an evaluator.
    """

    def __init__(
        self,
        tier: Tier | None = None,
        *,
        cache_dir: Path | None = None,
        fill: bool = False,
        cpu: int | None = None,
        serve: str = "autograder.sandbox.worker:serve",
        warm: bool = True,
        platform: str = "cpu",
    ) -> None:
        self.tier = tiers.best_tier() if tier is None else tier
        self._start = control.Start(
            serve=serve,
            warm=warm,
            cpu=launch.some_cpu() if cpu is None else cpu,
            cache_dir=None if cache_dir is None else str(cache_dir.resolve()),
            font_cache=launch.font_cache() if warm else "",
            fill=fill,
            platform=platform,
        )
        self.believes = True  # that what may have been the program's doing was; who can try again may doubt it first
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.close()

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """Its process id, while it runs."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start the process, and do not wait for it."""
        try:
            self._connection, theirs = socket.socketpair()
            with theirs:
                self._process = launch.zygote(theirs.fileno(), self._start.platform)
        except OSError as error:
            raise ZygoteDied(f"the process that forks workers could not be started: {error.strerror}") from error
        self._tell(self._start)

    def spawn(
        self,
        limits: Limits | None = None,
        tier: Tier | None = None,
        *,
        cache_dir: Path | None = None,
        evaluator: bool = False,
    ) -> Worker:
        """A fresh worker, or `evaluator`.  `Infrastructure` when the wall cannot be built, `ZygoteDied` when the zygote
        is gone.
        """
        limits = limits or Limits()
        self.wait_until_ready()
        request = control.Spawn(
            tier=tier or self.tier,
            memory=limits.memory_mb << 20,
            cpu_seconds=int(limits.submission_seconds) + _CPU_SLACK,
            scratch_bytes=_SCRATCH,
            file_bytes=_LARGEST_FILE,
            cache_dir=None if cache_dir is None else str(cache_dir.resolve()),
            evaluator=evaluator,
        )
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                self._tell(request, theirs.fileno())
            match self._hear(_ANSWER_SECONDS):
                case control.Spawned(worker=number, milliseconds=milliseconds):
                    return Worker(self, request.tier, number, ours, milliseconds)
                case control.Failed(why=why):
                    raise Infrastructure(NOT_LOCKED_IN + why)
                case message:
                    raise self._lost(f"spoke out of turn ({type(message).__name__})")
        except Infrastructure:
            ours.close()
            raise

    def wait_until_ready(self) -> None:
        """Return when the zygote has warmed up; `ZygoteDied` says why it could not."""
        if self._ready:
            return
        match self._hear(_START_SECONDS):
            case control.Ready():
                self._ready = True
            case control.Failed(why=why):
                raise self._lost(f"could not start ({why})")
            case message:
                raise self._lost(f"spoke out of turn ({type(message).__name__})")

    def close(self) -> None:
        """End it with all its workers, and return when they are gone."""
        if self._process is None:
            return
        self._connection.close()
        if not self._ready:  # it would hear us only when it has warmed up, and has nothing to tidy up
            self._process.kill()
        try:
            self._process.wait(_ANSWER_SECONDS / 2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def _end(self, worker: int, patience: float) -> control.Ended:
        """Kill that worker and learn how it ended, or had ended."""
        self._tell(control.Kill(worker=worker, patience=patience))
        match self._hear(_ANSWER_SECONDS):
            case control.Ended() as ended:
                return ended
            case message:
                raise self._lost(f"lost a worker ({message})")

    def _tell(self, message: control.Message, descriptor: int | None = None) -> None:
        try:
            control.send(self._connection, message, descriptor, time.monotonic() + _ANSWER_SECONDS)
        except (OSError, frames.Closed) as error:
            raise self._lost("is gone") from error

    def _hear(self, seconds: float) -> control.Message:
        try:
            return control.receive(self._connection, time.monotonic() + seconds)
        except TimeoutError as error:
            raise self._lost(f"did not answer within {seconds:g} seconds") from error
        except (OSError, frames.Closed, frames.TooLong, msgspec.DecodeError) as error:
            raise self._lost("is gone") from error

    def _lost(self, what: str) -> ZygoteDied:
        """Give it up: an answer that comes later would be taken for another's."""
        self._connection.close()
        if self._process is not None:
            self._process.kill()
        return ZygoteDied(f"the process that forks workers {what}; the submission is graded again with a new one")


class Worker:
    """One locked-in process that runs one submission."""

    def __init__(self, zygote: Zygote, tier: Tier, number: int, connection: socket.socket, milliseconds: float) -> None:
        self.tier = tier
        self.milliseconds = milliseconds  # from the fork to being ready
        self._zygote = zygote
        self._number = number
        self.connection = connection
        self._encoder = msgspec.msgpack.Encoder()
        self._ended: control.Ended | None = None
        self.alive = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        with suppress(ZygoteDied):  # then it is dead, too, and the next `spawn` says why
            self.kill()

    def request(self, request: protocol.Request, seconds: float) -> protocol.Reply:
        """Ask, and wait at most `seconds` for the answer.  `WorkerEnded` otherwise, and then the worker is dead.

        `WorkerLost`, which is about us, where it was ended or stopped by something that is not the program.
        """
        if not self.alive:
            raise WorkerDied("the program had ended before")
        data = self._encoder.encode(request)
        if len(data) > protocol.MAX_FRAME:
            raise CourseError(f"a check hands over {len(data)} bytes at once; at most {protocol.MAX_FRAME} can cross")
        deadline = time.monotonic() + seconds
        try:
            if frames.waiting(self.connection):
                # Read it: an end of the stream is a death, anything else was said unasked.
                frames.receive(self.connection, deadline)
                raise validate.Refused("it spoke without being asked")
            frames.send(self.connection, data, deadline)
            return validate.reply_to(request, frames.receive(self.connection, deadline))
        except TimeoutError:
            self.dismiss()
            raise WorkerTimeout(f"the program did not answer within {seconds:g} seconds") from None
        except frames.Closed as closed:
            ended = self.kill(patience=_DYING_SECONDS)
            self._refuse_to_blame(ended)
            if closed.partial and os.WIFEXITED(ended.status):
                raise WorkerLied("the program was ended in the middle of its answer") from None
            raise WorkerDied(how(ended)) from None
        except (validate.Refused, frames.TooLong) as error:
            self.kill()
            raise WorkerLied(str(error)) from None

    def _refuse_to_blame(self, ended: control.Ended) -> None:
        """`WorkerLost` where the program is not to blame for this end, or may not be and shall have another chance.

        In a process namespace of its own it cannot kill or stop itself; elsewhere it can, and so it can anywhere run
        into a lack of memory that is the machine's.
        """
        its_own_world = self.tier in (Tier.ROOT, Tier.NAMESPACES)
        maybe_its_doing = ended.cause == "starved" or not its_own_world
        if ended.cause in _NOT_BY_ITSELF and not (maybe_its_doing and self._zygote.believes):
            raise WorkerLost(f"{_NOT_BY_ITSELF[ended.cause]}; the submission is graded again")

    def dismiss(self) -> None:
        """End it when its work is done.  `WorkerLost` where something that is not the program held it up meanwhile:
        then what ran out of time may be no fault of the program's.
        """
        self._refuse_to_blame(self.kill())

    def kill(self, patience: float = 0.0) -> control.Ended:
        """End it and everything it started.  Returns how it ended; safe to call again.  `ZygoteDied`.

        `patience`: seconds it may take to end by itself, so that the reason is its own.
        """
        if self.alive:
            self.alive = False
            try:
                self._ended = self._zygote._end(self._number, patience)
            finally:
                self.connection.close()
        if self._ended is None:
            raise ZygoteDied("the process that forks workers is gone, and its workers with it")
        return self._ended


_NOT_BY_ITSELF = {
    "outside": "a worker was killed by something outside of it",
    "stopped": "a worker was stopped by something outside of it",
    "starved": "this machine had less memory left than a submission may use",
}


def how(ended: control.Ended) -> str:
    """How a worker ended, as half a sentence."""
    if ended.cause == "memory":
        return "the program used more memory than it may"
    if ended.cause == "starved":
        return "the program used more memory than this machine has"
    if ended.cause == "cpu":
        return "the program used more processor time than it may"
    if os.WIFSIGNALED(ended.status):
        number = os.WTERMSIG(ended.status)
        try:
            return f"the program was ended by {signal.Signals(number).name}"
        except ValueError:
            return f"the program was ended by signal {number}"
    return f"the program ended itself (exit code {os.WEXITSTATUS(ended.status)})"
