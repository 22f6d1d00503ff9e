"""The accelerator of a run: one evaluator behind a wall of its own, and a line to it from every slot.

    slot ── Staged ──→ Accelerator (a thread of the run's own process) ── Evaluate ──→ evaluator, which holds the device
         ←─ Answer ──                                                  ←─ Returned ──

One for the run and not one a slot: a device's memory is not to be shared out among processes, and what was compiled
for one student is there for the next, whichever slot they come to.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from importlib import metadata
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import NamedTuple, Self

from autograder.checking.staged import Evaluations
from autograder.errors import DeviceUnavailable, Infrastructure
from autograder.model import Limits
from autograder.pipes import pipe
from autograder.sandbox.client import Zygote
from autograder.sandbox.confine import Tier, devices
from autograder.sandbox.protocol import Returned, Staged

TRACED = "cpu-traced"  # the way of an accelerator, with the CPU in its place
PLATFORMS = {"gpu": "cuda", TRACED: "cpu"}  # what JAX calls them; a device that is not in here needs no evaluator
_PLUGINS = "jax_plugins"  # the entry points by which JAX finds platforms other than the CPU
_WAITING_SECONDS = 30.0  # that a submission may wait for others' programs; then it goes on in its worker
_WITH_DRIVER_MB = 16_384
_ANSWER_SECONDS = 60.0  # for its own program: an evaluator may have to start first


class Holds(NamedTuple):
    """What an evaluator says of itself: JAX's names, and the most memory taken so far, in bytes."""

    platform: str
    kind: str
    memory: int
    device_memory: int


class Use(NamedTuple):
    """What a run made of its accelerator: programs that were computed, those of them that were compiled, by whom."""

    device: str
    asked: int
    different: int
    holds: Holds | None  # None: nothing was to be computed, or it cannot be asked any more


class Answer(NamedTuple):
    """To the staged call of that nonce: what came back, if anything, and the seconds it took."""

    nonce: int
    returned: Returned | None
    seconds: float


# --------------------------------------------------------------------------- is there one?


def plugins() -> list[str]:
    """The platforms that JAX was given by installed packages, found without importing any."""
    return sorted({each.name for each in metadata.entry_points(group=_PLUGINS)})


def look(device: str, tier: Tier) -> Holds:
    """What an evaluator behind its wall holds, asked of a short-lived one.  `DeviceUnavailable` says why it is nothing.

    JAX is never imported here: whether there is a device is for the one process to say that would use it.
    """
    platform = PLATFORMS[device]
    if devices.driver(platform) is not None:
        if not any(platform in name for name in plugins()):
            raise DeviceUnavailable(
                f"--device {device}: JAX has no plugin for {platform} here. Install one, such as jax[cuda13] for "
                "NVIDIA's GPUs, or grade with --device cpu."
            )
        if not devices.nodes(platform):
            raise DeviceUnavailable(
                f"--device {device}: this machine shows no device file of {platform} (/dev/nvidia0 and the like). "
                "Install the driver, let the container have the device, or grade with --device cpu."
            )
    with Zygote(tier, platform=platform) as zygote:
        evaluations = Evaluations(zygote, _memory(platform))
        try:
            return Holds(**evaluations.describe())
        except Infrastructure as error:
            raise DeviceUnavailable(
                f"--device {device}: from behind its wall an evaluator cannot use {platform} ({error}). "
                "`jax101 doctor` says more; --device cpu grades without it."
            ) from None
        finally:
            evaluations.close()


def _memory(platform: str) -> int:
    """Megabytes for an evaluator: as for a worker, and more where a driver has its own and libraries are large."""
    return Limits().memory_mb if devices.driver(platform) is None else _WITH_DRIVER_MB


# --------------------------------------------------------------------------- in the run's process


class Accelerator:
    """The run's one evaluator.  Enter it, hand each slot a `line()`, leave it: then nothing of it is there any more."""

    def __init__(self, device: str, tier: Tier) -> None:
        self._device, self._platform, self._tier = device, PLATFORMS[device], tier
        self._zygote = Zygote(tier, platform=self._platform)
        self._evaluations = Evaluations(self._zygote, _memory(self._platform))
        self._bell, self._rope = Pipe(duplex=False)  # wakes the thread: a new line, or the end
        self._lines: list[Connection] = []
        self._over = False
        self._thread = threading.Thread(target=self._serve, name="accelerator", daemon=True)

    def __enter__(self) -> Self:
        self._zygote.start()
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._over = True
        self._ring()
        if self._zygote.running:
            os.kill(self._zygote.pid, signal.SIGTERM)  # and with it the evaluator, whatever that is at
        self._thread.join()
        self._zygote.close()
        for connection in (*self._lines, self._bell, self._rope):
            connection.close()

    def use(self) -> Use:
        """What was made of it, asked when the last slot has ended."""
        holds = None
        if self._evaluations.asked:
            with contextlib.suppress(Infrastructure):
                holds = Holds(**self._evaluations.describe())
        return Use(self._device, self._evaluations.asked, self._evaluations.different, holds)

    def line(self) -> Connection:
        """A slot's end of a new line."""
        ours, theirs = pipe()
        self._lines.append(ours)
        self._ring()
        return theirs

    def _ring(self) -> None:
        with contextlib.suppress(OSError):
            self._rope.send_bytes(b"!")

    def _serve(self) -> None:
        with contextlib.suppress(Infrastructure):  # whoever asks next starts another
            self._evaluations.describe()  # so that nobody's first program pays for a driver's start
        while not self._over:
            for line in wait([self._bell, *self._lines]):
                assert isinstance(line, Connection)
                if line is self._bell:
                    line.recv_bytes()
                    continue
                try:
                    line.send(self._answer(line.recv()))  # one each, in turn: nobody comes twice before another
                except (EOFError, OSError):  # the slot is gone; a new one gets a new line
                    self._lines.remove(line)
                    line.close()

    def _answer(self, staged: Staged) -> Answer:
        began = time.monotonic()
        returned = None
        for _ in range(2):
            try:
                returned = None if self._over else self._evaluations.compute(staged)
                break
            except Infrastructure:  # killed from outside, or its zygote was
                self._replace()
            except Exception:  # noqa: BLE001  whatever it is, other slots are to be served, and a plain call is right
                break
        return Answer(staged.nonce, returned, time.monotonic() - began)

    def _replace(self) -> None:
        with contextlib.suppress(Infrastructure):
            if not self._over:
                self._zygote.close()
                self._zygote = Zygote(self._tier, platform=self._platform)
                self._zygote.start()
                self._evaluations.move(self._zygote)


# --------------------------------------------------------------------------- in a slot


class Line:
    """The way from a slot to the run's evaluator, for one submission (a `checking.staged.Compute`)."""

    def __init__(self, connection: Connection) -> None:
        self.waited = 0.0
        self._connection = connection

    def compute(self, staged: Staged) -> Returned | None:
        """The answer of a staged call; `None` where it has to be called plainly.

        Time spent on other submissions' programs is noted in `waited`: it is not this one's.
        """
        if self._connection.closed or self.waited >= _WAITING_SECONDS:
            return None
        began = time.monotonic()
        answer = self._ask(staged, began + _WAITING_SECONDS - self.waited + _ANSWER_SECONDS)
        if answer is None:
            self._connection.close()  # for good: an answer that nobody hears would keep the other slots waiting
            return None
        self.waited += max(0.0, time.monotonic() - began - answer.seconds)
        return answer.returned

    def _ask(self, staged: Staged, deadline: float) -> Answer | None:
        try:
            self._connection.send(staged)
            while self._connection.poll(max(0.0, deadline - time.monotonic())):
                answer: Answer = self._connection.recv()
                if answer.nonce == staged.nonce:  # and not one that was given up
                    return answer
        except (EOFError, OSError):
            pass
        return None
