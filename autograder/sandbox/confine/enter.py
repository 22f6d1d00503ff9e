"""A freshly forked child locks itself in, step by step.  A step that fails ends it: there is no weaker wall."""

from __future__ import annotations

import os
import socket
import sys

from autograder.sandbox.confine import Plan, Tier, credentials, devices, keeper, landlock, limits, namespaces, seccomp
from autograder.sandbox.confine.descriptors import close_others


def enter(plan: Plan, connection: socket.socket, status: socket.socket, zygote: int) -> None:
    """Lock this freshly forked child of `zygote` in.  Returns in the process that the student's code will run in.

    In tiers root and namespaces that is a grandchild; its pidfd goes over `status`, and later how it ended.
    Every descriptor but `connection`, `status` and the first three is closed.  Raises `OSError`.
    """
    os.setsid()
    if plan.tier is Tier.NONE:
        close_others((0, 1, 2, connection.fileno(), status.fileno()))
        if sys.platform == "linux":
            limits.apply(plan.memory, plan.cpu_seconds, plan.file_bytes, plan.tasks)
            keeper.die_with(status.fileno())
        return
    driver, nodes = devices.driver(plan.platform), devices.nodes(plan.platform)
    apart = plan.tier in (Tier.ROOT, Tier.NAMESPACES)
    leash = status.fileno()
    if apart:
        namespaces.leave(user_namespace=plan.tier is Tier.NAMESPACES)
        leash = keeper.split(status, zygote)
        limits.first_to_go()
        namespaces.furnish(plan.readable, plan.scratch_bytes, nodes)
    else:
        limits.first_to_go()
        os.chdir("/")
    close_others((0, 1, 2, connection.fileno(), status.fileno(), leash))
    limits.apply(plan.memory, plan.cpu_seconds, plan.file_bytes, plan.tasks, driver=driver is not None)
    if plan.uid is not None:
        credentials.become(plan.uid)
    credentials.drop_capabilities()
    credentials.not_dumpable()
    credentials.no_new_privileges()
    landlock.restrict(
        (*plan.readable, *namespaces.DEVICES, *(("/proc",) if apart else ())),
        ("/dev/null", *((namespaces.SCRATCH,) if apart else ())),
        nodes,
    )
    keeper.die_with(leash)  # asked last: a change of uid or capabilities makes the kernel forget it
    if apart:
        os.close(leash)
    seccomp.restrict(os.getpid(), driver)
