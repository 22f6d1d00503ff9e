"""The zygote: a clean process that has imported JAX and forks a worker in milliseconds.

It was started with nothing (see `client`): no check, no secret, no environment, one socket.  It starts no JAX backend
and no thread, because a fork would copy their locks without their owners; tracing needs neither, and warms JAX.
"""

from __future__ import annotations

import gc
import os
import runpy
import select
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import NoReturn

from autograder.sandbox import control, frames, interpreter
from autograder.sandbox.confine import Plan, Tier, cgroup, credentials, limits
from autograder.sandbox.confine.enter import enter
from autograder.sandbox.warm import threads, use_cache, warm_up

_LOCKING_IN_SECONDS = 30.0
_GLANCE_SECONDS = 0.005
_LOOKING_ROUND_SECONDS = 1.0  # between two looks for workers that ended by themselves
_GROUP_SLACK = 256 << 20  # the kernel's own memory for the workers of a group

_EVALUATOR = "autograder.sandbox.evaluator:serve"

Serve = Callable[[socket.socket], None]


def main(descriptor: int, parent: int) -> NoReturn:
    """Run as a zygote: the trusted side speaks on `descriptor` and is process `parent`."""
    connection = socket.socket(fileno=descriptor)
    connection.set_inheritable(False)
    outside = _Outside(connection, parent)
    outside.listen()
    if os.getppid() != parent:
        sys.exit(1)
    try:
        start = control.receive(connection)
        assert isinstance(start, control.Start)
        zygote = Zygote(connection, start, outside)
    except frames.Closed:
        sys.exit(0)
    except Exception as error:  # noqa: BLE001  whatever it is, the trusted side must be told why there is no zygote
        with suppress(frames.Closed):
            control.send(connection, control.Failed(_words(error)))
        sys.exit(1)
    try:
        zygote.run()
    finally:
        zygote.close()
    sys.exit(0)


class _Outside:
    """What signals tell a zygote: that it shall end, that its parent has ended, that it was stopped and goes on.

    The first two look like the end of the conversation, so that there is one way out.
    """

    def __init__(self, connection: socket.socket, parent: int) -> None:
        self.pauses = 0
        self._connection = connection
        self._parent = parent

    def listen(self) -> None:
        signal.signal(signal.SIGTERM, self._hang_up)
        signal.signal(signal.SIGCONT, self._go_on)
        if sys.platform == "linux":
            # Of all signals but SIGKILL, after which nothing is tidied up, this one alone reaches a stopped process.
            credentials.die_with_parent(signal.SIGCONT)

    def _go_on(self, *_: object) -> None:
        self.pauses += 1
        if os.getppid() != self._parent:
            self._hang_up()

    def _hang_up(self, *_: object) -> None:
        with suppress(OSError):
            self._connection.shutdown(socket.SHUT_RDWR)


@dataclass(kw_only=True)
class _Child:
    """A worker as the zygote knows it: its own child `pid`, and the process to be killed."""

    pid: int
    pidfd: int | None = None  # where that is not the child itself
    status: socket.socket
    plan: Plan
    pauses: int  # of the zygote, when the worker was asked for
    killed: bool = False
    stopped: bool = False  # at some time, and by something outside where it has a world of its own


class Zygote:
    def __init__(self, connection: socket.socket, start: control.Start, outside: _Outside) -> None:
        self._connection = connection
        self._outside = outside
        self._pauses_before = 0  # this request came
        self._children: dict[int, _Child] = {}
        self._ended: dict[int, control.Ended] = {}
        self._count = 0
        self._group: cgroup.Group | None = None
        self._cache_dir = start.cache_dir
        self._fill = start.fill
        self._platform = start.platform
        if start.cpu is not None and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, {start.cpu})  # before XLA counts the cores
        if start.warm:
            warm_up(start.font_cache)
        self._serve = _find(start.serve)
        self._evaluate = _find(_EVALUATOR) if start.warm else self._serve
        sys.path[:] = interpreter.import_path()
        self._readable = interpreter.readable() + ((start.cache_dir,) if start.cache_dir else ())
        if sys.platform == "linux" and os.geteuid() == 0:
            self._group = cgroup.Group.create()
        self._oom_seen = cgroup.out_of_memory(self._group)  # the machine's own count goes back to its start
        gc.collect()
        gc.freeze()  # so that a worker's collector does not copy our pages by touching them

    # ---------------------------------------------------------------- the trusted side's requests

    def run(self) -> None:
        """Say that we are ready, and answer until the trusted side hangs up."""
        with suppress(frames.Closed):
            control.send(self._connection, control.Ready())
            while True:
                if frames.waiting(self._connection, _LOOKING_ROUND_SECONDS):
                    control.send(self._connection, self._answer(control.receive(self._connection)))
                    self._pauses_before = self._outside.pauses
                else:
                    self._reap_the_dead()

    def _answer(self, message: control.Message) -> control.Message:
        match message:
            case control.Spawn():
                with socket.socket(fileno=control.receive_descriptor(self._connection)) as connection:
                    return self._spawn(message, connection)
            case control.Kill(worker=worker, patience=patience):
                return self._kill(worker, patience)
            case _:
                return control.Failed(f"not a request: {type(message).__name__}")

    def close(self) -> None:
        """End every worker and leave nothing behind."""
        for worker in list(self._children):
            self._kill(worker)
        if self._group is not None:
            self._group.remove()

    # ---------------------------------------------------------------- birth

    def _spawn(self, request: control.Spawn, connection: socket.socket) -> control.Message:
        self._reap_the_dead()
        if threads() != 1:
            return control.Failed(f"the zygote has {threads()} threads; a fork would copy their locks")
        try:
            plan = self._plan(request)
            if self._group is not None:
                live = [child.plan for child in self._children.values()] + [plan]
                self._group.bound(sum(each.memory + each.scratch_bytes for each in live) + _GROUP_SLACK)
            started = time.perf_counter()
            child = self._fork(plan, connection, request)
        except OSError as error:
            return control.Failed(_words(error))
        try:
            problem = self._wait_until_ready(child)
        except (OSError, frames.Closed) as error:  # TimeoutError included
            problem = f"it ended or hung while locking itself in ({error})"
        self._children[self._count] = child
        if problem:
            self._kill(self._count)
            return control.Failed(problem)
        return control.Spawned(worker=self._count, milliseconds=(time.perf_counter() - started) * 1000)

    def _plan(self, request: control.Spawn) -> Plan:
        self._count += 1
        tier, uid = request.tier, None
        reachable = tier is Tier.ROOT or interpreter.open_to_others(self._readable)  # there it is mounted within reach
        if os.geteuid() == 0 and tier in (Tier.ROOT, Tier.LANDLOCK) and reachable:
            uid = credentials.own_uid(os.getpid(), self._count)
        if tier is Tier.ROOT and uid is None:
            raise OSError("this tier needs root, and a uid for each worker")
        own = uid is not None or tier is Tier.NAMESPACES
        return Plan(
            tier=tier,
            readable=self._readable,
            memory=request.memory,
            cpu_seconds=request.cpu_seconds,
            tasks=None if tier is Tier.NONE else limits.tasks(own),
            scratch_bytes=request.scratch_bytes,
            file_bytes=request.file_bytes,
            uid=uid,
            platform=self._platform,
        )

    def _fork(self, plan: Plan, connection: socket.socket, request: control.Spawn) -> _Child:
        ours, theirs = socket.socketpair()
        zygote = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._be_a_worker(plan, connection, theirs, zygote, request)
        theirs.close()
        return _Child(pid=pid, status=ours, plan=plan, pauses=self._pauses_before)

    def _be_a_worker(
        self, plan: Plan, connection: socket.socket, status: socket.socket, zygote: int, request: control.Spawn
    ) -> NoReturn:
        try:
            for number in (signal.SIGTERM, signal.SIGCONT):
                signal.signal(number, signal.SIG_DFL)
            if self._group is not None:
                self._group.join()
            enter(plan, connection, status, zygote)
            if cache_dir := request.cache_dir or self._cache_dir:
                use_cache(cache_dir, fill=self._fill or request.cache_dir is not None)
            control.send(status, control.Ready())
            status.close()
        except BaseException as error:  # noqa: BLE001  fail closed: no student code ever runs in this process
            control.send(status, control.Failed(_words(error)))
            os._exit(1)
        try:
            (self._evaluate if request.evaluator else self._serve)(connection)
        finally:
            os._exit(1)

    def _wait_until_ready(self, child: _Child) -> str:
        """What went wrong, or an empty text."""
        deadline = time.monotonic() + _LOCKING_IN_SECONDS
        while True:
            self._wait_for_word(child, deadline)
            match control.receive(child.status, deadline):
                case control.Locked():
                    self._wait_for_word(child, deadline)
                    child.pidfd = control.receive_descriptor(child.status)
                case control.Ready():
                    return ""
                case control.Failed(why=why):
                    return why
                case message:
                    return f"an unexpected {type(message).__name__}"

    def _wait_for_word(self, child: _Child, deadline: float) -> None:
        """Until it says something.  `TimeoutError`; `frames.Closed` when the trusted side is gone, and with it whoever
        would end one that is stopped, and us.
        """
        poll = select.poll()
        poll.register(child.status, select.POLLIN)
        poll.register(self._connection, 0)  # hanging up is always reported
        heard = dict(poll.poll(max(0.0, deadline - time.monotonic()) * 1000))
        if not heard:
            raise TimeoutError("the deadline passed")
        if self._connection.fileno() in heard:
            raise frames.Closed

    # ---------------------------------------------------------------- death

    def _kill(self, worker: int, patience: float = 0.0) -> control.Message:
        deadline = time.monotonic() + patience
        while (child := self._children.get(worker)) is not None:
            self._reap(worker, child, os.WNOHANG)
            if worker not in self._children or time.monotonic() >= deadline:
                break
            time.sleep(_GLANCE_SECONDS)
        if worker in self._children and child is not None:
            child.killed = True
            with suppress(ProcessLookupError):  # it was quicker
                if child.pidfd is not None:
                    os.kill(child.pid, signal.SIGCONT)  # a keeper that is stopped would never see the end
                    signal.pidfd_send_signal(child.pidfd, signal.SIGKILL)
                elif child.plan.tier is Tier.NONE:  # the one tier where it may have started others
                    os.killpg(child.pid, signal.SIGKILL)
                else:
                    os.kill(child.pid, signal.SIGKILL)
            self._reap(worker, child, 0)
        return self._ended.pop(worker, control.Failed(f"there is no worker {worker}"))

    def _reap_the_dead(self) -> None:
        for worker, child in list(self._children.items()):
            self._reap(worker, child, os.WNOHANG)

    def _reap(self, worker: int, child: _Child, how: int) -> None:
        while True:
            pid, status, usage = os.wait4(child.pid, how | os.WUNTRACED | os.WCONTINUED)
            if pid == 0:
                return
            if os.WIFEXITED(status) or os.WIFSIGNALED(status):
                break
            child.stopped = True
            if child.killed and os.WIFSTOPPED(status):  # a keeper, by somebody else, after we had woken it
                os.kill(child.pid, signal.SIGCONT)
        ended = control.Ended(status=status, cpu_seconds=usage.ru_utime + usage.ru_stime)
        with suppress(OSError, frames.Closed):
            if isinstance(message := control.receive(child.status, time.monotonic()), control.Ended):
                ended = message  # the keeper's word on process 1
        child.status.close()
        if child.pidfd is not None:
            os.close(child.pidfd)
        del self._children[worker]
        self._ended[worker] = control.Ended(
            status=ended.status, cpu_seconds=ended.cpu_seconds, cause=self._cause(child, ended)
        )

    def _cause(self, child: _Child, ended: control.Ended) -> control.Cause:
        seen, self._oom_seen = self._oom_seen, cgroup.out_of_memory(self._group)
        if child.killed:
            stopped = child.stopped or ended.stopped or child.pauses != self._outside.pauses
            return "stopped" if stopped else "killed"
        if not os.WIFSIGNALED(ended.status):
            return ""
        if self._oom_seen.kills > seen.kills:
            return "memory" if self._oom_seen.own_limit > seen.own_limit else "starved"
        if ended.cpu_seconds > child.plan.cpu_seconds - 1:
            return "cpu"
        return "outside" if os.WTERMSIG(ended.status) == signal.SIGKILL else ""


def _words(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    return str(error) if isinstance(error, OSError) else f"{type(error).__name__}: {error}"


def _find(serve: str) -> Serve:
    """The function of `module:function`, or of `/a/file.py:function`."""
    place, _, name = serve.rpartition(":")
    found: Serve = runpy.run_path(place)[name] if place.endswith(".py") else getattr(import_module(place), name)
    return found
