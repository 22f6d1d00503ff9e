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

from autograder.errors import Infrastructure, SandboxUnavailable, WorkerLost
from autograder.sandbox.confine import Tier
from autograder.scratch import scratch

if TYPE_CHECKING:
    from autograder.sandbox.client import Zygote

_PROBE_SECONDS = 20.0
_DYING_SECONDS = 2.0
_TRIES = 2
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
        reasons: dict[Tier, str] = {}
        left, tries = list(_WALLS), _TRIES
        while left and tries:
            with Zygote(Tier.NONE, serve="autograder.sandbox.probe:serve", warm=False) as zygote:
                left = [tier for tier in left if not _is_settled(zygote, tier, secret, reasons)]
            tries -= 1
    return tuple(TierReport(tier=tier, available=not reason, reason=reason) for tier, reason in reasons.items())


def _is_settled(zygote: Zygote, tier: Tier, secret: Path, reasons: dict[Tier, str]) -> bool:
    """Put down why a tier cannot be used, nothing when it can.  Whether that is final.

    What is found in a wall is.  That a wall could not be tried may be an accident, such as a process that was killed,
    and an accident shall not leave us with a weaker wall.
    """
    from autograder.sandbox import client

    if tier is Tier.ROOT and os.geteuid() != 0:
        reasons[tier] = "needs root"
        return True
    try:
        reasons[tier] = "; ".join(_holes(zygote, tier, secret))
    except (Infrastructure, OSError, msgspec.DecodeError) as error:
        reasons[tier] = str(error).removeprefix(client.NOT_LOCKED_IN)
        return False
    return True


def _holes(zygote: Zygote, tier: Tier, secret: Path) -> list[str]:
    from autograder.sandbox import client, frames
    from autograder.sandbox.probe import Question

    question = Question(secret=str(secret), parent=os.getpid(), scratch=tier is not Tier.LANDLOCK)
    deadline = time.monotonic() + _PROBE_SECONDS
    with zygote.spawn(tier=tier) as worker:
        try:
            frames.send(worker.connection, msgspec.msgpack.encode(question), deadline)
            return msgspec.msgpack.decode(frames.receive(worker.connection, deadline), type=list[str])
        except frames.Closed:
            raise WorkerLost(client.how(worker.kill(patience=_DYING_SECONDS))) from None
