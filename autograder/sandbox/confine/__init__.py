"""The wall, one mechanism a file; `enter.enter` puts them together in the order in which they are possible.

    cgroup        memory and tasks of all workers of a zygote
    namespaces    a world of its own: files, processes, network        before anything is given up
    keeper        the process that stays outside of that world
    descriptors   nothing open but its socket
    limits        what it may use                                      before the uid changes hands
    credentials   a uid of its own, no capability, no way back
    devices       an accelerator, for an evaluator that holds one
    landlock      which files, once more, by another part of the kernel
    seccomp       which system calls; last, because it forbids all of the above

Each takes something away for good, and none asks what the others did.
"""

from __future__ import annotations

import enum
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
    platform: str = "cpu"  # what an evaluator computes on: with a driver's device files, and the room it takes
