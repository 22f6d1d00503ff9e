"""The wall, one mechanism a file; `enter` puts them together in the order in which they are possible.

    namespaces    a world of its own: files, processes, network        before anything is given up
    limits        what it may use                                      before the uid changes hands
    credentials   a uid of its own, no capability, no way back
    landlock      which files, once more, by another part of the kernel
    seccomp       which system calls; last, because it forbids all of the above

A step that fails ends the child: there is no weaker wall than the one asked for.
"""

from __future__ import annotations

import enum
import os
import socket
import sys
from collections.abc import Collection
from dataclasses import dataclass


class Tier(enum.StrEnum):
    """How strong a wall is, best first.  The value stands in every report."""

    ROOT = "root"
    NAMESPACES = "namespaces"
    LANDLOCK = "landlock"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What one worker gets.  `uid`: one of its own, or None to keep the zygote's (without its capabilities)."""

    tier: Tier
    readable: tuple[str, ...]
    memory: int  # bytes of data
    cpu_seconds: int
    tasks: int | None  # RLIMIT_NPROC
    scratch_bytes: int = 64 << 20  # of its folder; there is none in tiers landlock and none
    file_bytes: int = 16 << 20
    uid: int | None = None


def enter(plan: Plan, connection: socket.socket, status: socket.socket, zygote: int) -> None:
    """Lock this freshly forked child of `zygote` in.  Returns in the process that the student's code will run in.

    In tiers root and namespaces that is a grandchild; its pidfd goes over `status`, and later how it ended.
    Every descriptor but `connection`, `status` and the first three is closed.  Raises `OSError`.
    """
    from autograder.sandbox.confine import credentials, keeper, landlock, limits, namespaces, seccomp

    os.setsid()
    if plan.tier is Tier.NONE:
        close_others((0, 1, 2, connection.fileno(), status.fileno()))
        if sys.platform == "linux":
            limits.apply(plan.memory, plan.cpu_seconds, plan.file_bytes, plan.tasks)
            keeper.die_with(status.fileno())
        return
    apart = plan.tier in (Tier.ROOT, Tier.NAMESPACES)
    leash = status.fileno()
    if apart:
        namespaces.leave(user_namespace=plan.tier is Tier.NAMESPACES)
        leash = keeper.split(status, zygote)
        limits.first_to_go()
        namespaces.furnish(plan.readable, plan.scratch_bytes)
    else:
        limits.first_to_go()
        os.chdir("/")
    close_others((0, 1, 2, connection.fileno(), status.fileno(), leash))
    limits.apply(plan.memory, plan.cpu_seconds, plan.file_bytes, plan.tasks)
    if plan.uid is not None:
        credentials.become(plan.uid)
    credentials.drop_capabilities()
    credentials.not_dumpable()
    credentials.no_new_privileges()
    landlock.restrict(
        (*plan.readable, *namespaces.DEVICES, *(("/proc",) if apart else ())),
        ("/dev/null", *((namespaces.SCRATCH,) if apart else ())),
    )
    keeper.die_with(leash)  # asked last: a change of uid or capabilities makes the kernel forget it
    if apart:
        os.close(leash)
    seccomp.restrict(os.getpid())


def close_others(keep: Collection[int]) -> None:
    """Close every descriptor that is not in `keep`."""
    low = 0
    for number in sorted(keep):
        if low < number:  # an empty range from 0 would close everything
            os.closerange(low, number)
        low = number + 1
    os.closerange(low, max(low, os.sysconf("SC_OPEN_MAX")))
