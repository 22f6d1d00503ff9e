"""The process between the zygote and process 1 of a worker's world.

A new process namespace is entered by being born in it, so the child of the zygote forks once more and stays behind
as the keeper: it sees how process 1 ends, says so, and ends too.  It runs none of the student's code, and the student's
code cannot see it.
"""

from __future__ import annotations

import os
import select
import signal
import socket

from autograder.sandbox import control
from autograder.sandbox.confine.credentials import die_with_parent
from autograder.sandbox.confine.descriptors import close_others


def split(status: socket.socket, zygote: int) -> int:
    """Fork process 1 of the new world and return in it; the keeper stays in here until that process has ended.

    Returns a descriptor that hangs up when the keeper is gone (see `alone`).
    """
    die_with_parent()
    if os.getppid() != zygote:  # it ended before we could ask
        os._exit(1)
    leash, held = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(held)
        if not os.read(leash, 1):  # two may not speak on `status` at once, and the keeper is first
            os._exit(1)
        return leash
    try:
        close_others((0, 1, 2, status.fileno(), held))
        pidfd = os.pidfd_open(process)
        control.send(status, control.Locked(), pidfd)
        os.close(pidfd)
        os.write(held, b"+")
        control.send(status, _end_of(process))
    finally:
        # Process 1 gets SIGKILL by its parent-death signal if we leave by an exception.
        os._exit(0)


def _end_of(process: int) -> control.Ended:
    """Wait for it.  It cannot stop itself in there, so if it was stopped, then from outside."""
    stopped = False
    while True:
        _, status, usage = os.wait4(process, os.WUNTRACED | os.WCONTINUED)
        if os.WIFEXITED(status) or os.WIFSIGNALED(status):
            return control.Ended(status=status, cpu_seconds=usage.ru_utime + usage.ru_stime, stopped=stopped)
        stopped = True


def alone(leash: int) -> bool:
    """Has the process at the other end of this descriptor ended?"""
    poll = select.poll()
    poll.register(leash, 0)  # hanging up is always reported
    return bool(poll.poll(0))


def die_with(leash: int) -> None:
    """Get SIGKILL when the parent ends; at once if it is gone already, which the kernel would not notice."""
    die_with_parent(signal.SIGKILL)
    if alone(leash):
        os._exit(1)
