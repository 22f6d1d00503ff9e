"""Which system calls JAX asks for that a worker may not use: found out by running it behind the filter, for `doctor`.

Where a worker's filter says "not implemented", this one asks a process outside (`seccomp_unotify(2)`, Linux 5.6), which
notes the call and says "not implemented" in its place.  JAX falls back, or does not: both can be told then.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import select
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import msgspec

from autograder.sandbox.confine import credentials, devices, seccomp, syscalls

_SECONDS = 90.0
_BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from autograder.sandbox.needs import main; main()"
_RECEIVE, _ANSWER = 0xC0502100, 0xC0182101  # SECCOMP_IOCTL_NOTIF_RECV, SECCOMP_IOCTL_NOTIF_SEND
_NOTICE, _NUMBER_AT = 80, 16  # bytes of struct seccomp_notif; its id comes first, the call's number here
_ENOSYS = 38
_PIDFD_GETFD = 438


class Needs(msgspec.Struct, frozen=True):
    """`refused`: calls that were asked for and are not on the list, by name or number.  `problem`: it was not tried."""

    works: bool = False
    refused: tuple[str, ...] = ()
    problem: str = ""


def examine(platform: str = "cpu") -> Needs:
    """Run a little JAX behind a worker's filter, in a process of its own.  Takes a few seconds; never raises.

    With another platform than the CPU: behind the filter of an evaluator that computes on it.
    """
    if sys.platform != "linux":
        return Needs(problem="needs Linux")
    command = [sys.executable, "-P", "-s", "-c", _BOOT, str(Path(__file__).resolve().parents[2]), platform]
    environment = {**os.environ, "JAX_PLATFORMS": platform, "XLA_PYTHON_CLIENT_PREALLOCATE": "false"}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=2 * _SECONDS, check=True)
        return msgspec.json.decode(done.stdout, type=Needs)
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError) as error:
        return Needs(problem=f"it could not be tried ({type(error).__name__})")


def main() -> None:
    """In that process: a child works behind the filter, and this one looks on."""
    hears, tells = os.pipe()
    child = os.fork()
    if child == 0:
        _work(tells)
    os.close(tells)
    told = os.read(hears, 8)
    if len(told) < 8:
        os.waitpid(child, 0)
        _print(Needs(problem="the filter could not be set"))
        return
    numbers, ended = _look_on(child, struct.unpack("=q", told)[0])
    names = {number: name for name, number in syscalls.table().items()}
    refused = tuple(names.get(number, f"number {number}") for number in sorted(numbers))
    _print(Needs(works=ended == 0, refused=refused))


def _print(needs: Needs) -> None:
    json.dump(msgspec.to_builtins(needs), sys.stdout)


def _work(tells: int) -> None:
    """What a worker does: JAX is imported, then the filter closes, then programs are compiled and run."""
    ended = 1
    try:
        import jax
        import jax.numpy as jnp

        credentials.no_new_privileges()
        driver = devices.driver(sys.argv[2])
        os.write(tells, struct.pack("=q", seccomp.restrict_and_ask(os.getpid(), driver)))
        x = jnp.linspace(0.0, 1.0, 64)
        loss = jax.jit(jax.value_and_grad(lambda w: jnp.mean((jnp.tanh(w * x) - x) ** 2)))
        value, _ = loss(2.0)
        noise = jax.random.normal(jax.random.key(0), (8, 8))
        solved = jnp.linalg.solve(noise @ noise.T + jnp.eye(8), jnp.ones(8))
        ended = 0 if bool(jnp.isfinite(value + solved.sum())) else 1
    finally:
        os._exit(ended)


def _look_on(child: int, number: int) -> tuple[set[int], int]:
    """The calls that the child asked for in vain, and how it ended (`os.waitstatus_to_exitcode`)."""
    listener = _descriptor_of(child, number)
    asked: set[int] = set()
    deadline = time.monotonic() + _SECONDS
    poll = select.poll()
    poll.register(listener, select.POLLIN)
    while (events := poll.poll(max(0.0, deadline - time.monotonic()) * 1000)) and events[0][1] & select.POLLIN:
        notice = bytearray(_NOTICE)
        try:
            fcntl.ioctl(listener, _RECEIVE, notice)
            asked.add(struct.unpack_from("=i", notice, _NUMBER_AT)[0])
            fcntl.ioctl(listener, _ANSWER, struct.pack("=QqiI", *struct.unpack_from("=Q", notice), 0, -_ENOSYS, 0))
        except OSError:  # it ended while it asked
            continue
    if not events:
        os.kill(child, signal.SIGKILL)
    return asked, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _descriptor_of(process: int, number: int) -> int:
    handle = os.pidfd_open(process)
    copy: int = ctypes.CDLL(None, use_errno=True).syscall(ctypes.c_long(_PIDFD_GETFD), handle, number, 0)
    if copy < 0:
        raise OSError(ctypes.get_errno(), "pidfd_getfd")
    return copy
