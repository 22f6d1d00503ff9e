"""Which wall this machine can give, found out by building each one and trying to get through it.

A kernel may grant a namespace and deny what it is for (Ubuntu 24.04), a container may forbid either: asking for
versions and settings tells little, so nothing here does.
"""

from __future__ import annotations

import functools
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from autograder.errors import Infrastructure, SandboxUnavailable, WorkerLost, ZygoteDied
from autograder.sandbox.confine import Tier
from autograder.scratch import scratch

if TYPE_CHECKING:
    from autograder.sandbox.client import Zygote

_PROBE_SECONDS = 20.0
_DYING_SECONDS = 2.0
_TRIES = 3
_WALLS = (Tier.ROOT, Tier.NAMESPACES, Tier.LANDLOCK)


class TierReport(msgspec.Struct, frozen=True, kw_only=True):
    """`reason`: why this tier cannot be used here, empty if it can."""

    tier: Tier
    available: bool
    reason: str = ""


def probe() -> list[TierReport]:
    """Every tier, best first, and whether it holds here.  Takes a quarter of a second once a process."""
    return list(_probe())


def best_tier(require: Tier | None = None) -> Tier:
    """The strongest wall of this machine; `SandboxUnavailable` when it is weaker than `require`.

    Without `require` any wall will do, and no wall will not; `Tier.NONE` asks for nothing.
    """
    order = list(Tier)
    best = next((report.tier for report in probe() if report.available), Tier.NONE)
    if order.index(best) > order.index(require or Tier.LANDLOCK):
        raise SandboxUnavailable(_advice(require))
    return best


def _advice(require: Tier | None) -> str:
    reasons = "; ".join(f"{report.tier}: {report.reason}" for report in probe() if not report.available)
    if require in (Tier.ROOT, Tier.NAMESPACES):
        way = "Start it as root, or allow user namespaces, or ask for a weaker tier with --require-tier."
    elif sys.platform != "linux":
        way = "Grade on Linux (a container or WSL 2 will do); only practice is possible here."
    else:
        way = "Use Linux 5.13 or newer with Landlock and seccomp switched on; Docker's default settings are enough."
    wanted = f"no sandbox as strong as '{require}'" if require else "no sandbox strong enough for hidden checks"
    return (
        f"this machine gives {wanted} ({reasons}). {way} "
        "`--sandbox none` grades without a wall, and every report says so."
    )


@functools.cache
def _probe() -> tuple[TierReport, ...]:
    if sys.platform != "linux":
        return tuple(TierReport(tier=tier, available=False, reason="needs Linux") for tier in _WALLS)
    from autograder.sandbox.client import Zygote

    with scratch("jax101-probe-") as folder:
        secret = folder / "secret"
        secret.write_text("not for workers")
        secret.chmod(0o644)
        folder.chmod(0o755)  # only the wall shall be in the way
        for tries_left in reversed(range(_TRIES)):
            try:
                with Zygote(Tier.NONE, serve="autograder.sandbox.probe:serve", warm=False) as zygote:
                    reasons = {tier: _what_is_wrong(zygote, tier, secret) for tier in _WALLS}
                break
            except (ZygoteDied, WorkerLost):
                # An accident says nothing of a wall, and shall not leave us with a weaker one.
                if not tries_left:
                    raise
    return tuple(TierReport(tier=tier, available=not reason, reason=reason) for tier, reason in reasons.items())


def _what_is_wrong(zygote: Zygote, tier: Tier, secret: Path) -> str:
    from autograder.sandbox import client, frames
    from autograder.sandbox.probe import Question

    if tier is Tier.ROOT and os.geteuid() != 0:
        return "needs root"
    question = Question(secret=str(secret), parent=os.getpid(), scratch=tier is not Tier.LANDLOCK)
    deadline = time.monotonic() + _PROBE_SECONDS
    try:
        with zygote.spawn(tier=tier) as worker:
            try:
                frames.send(worker.connection, msgspec.msgpack.encode(question), deadline)
                holes = msgspec.msgpack.decode(frames.receive(worker.connection, deadline), type=list[str])
            except frames.Closed:
                ended = worker.kill(patience=_DYING_SECONDS)
                if ended.cause == "outside":
                    raise WorkerLost("the process that tried the sandbox was killed; start again") from None
                return client.how(ended)
    except (ZygoteDied, WorkerLost):
        raise
    except (Infrastructure, OSError, msgspec.DecodeError) as error:
        return str(error).removeprefix(client.NOT_LOCKED_IN)
    return "; ".join(holes)
