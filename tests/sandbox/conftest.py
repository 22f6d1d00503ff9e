"""A zygote for each wall this machine can give, and the attacks that run behind it."""

from __future__ import annotations

import ctypes
import functools
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.model import Limits
from autograder.sandbox import tiers
from autograder.sandbox.client import Worker, Zygote, new_nonce
from autograder.sandbox.confine import Tier
from autograder.sandbox.protocol import Call, Named, Reply, Returned, Scalar

ATTACKS = f"{Path(__file__).with_name('attacks.py')}:serve"
WALLS = (Tier.ROOT, Tier.NAMESPACES, Tier.LANDLOCK)


class Prisoner:
    """A worker that runs the functions of `attacks`."""

    def __init__(self, zygote: Zygote, tier: Tier, limits: Limits | None = None) -> None:
        self.zygote = zygote
        self.tier = tier
        self.worker: Worker = zygote.spawn(limits, tier)

    def asks(self, attack: str, *arguments: str | int, seconds: float = 20.0) -> Reply:
        call = Call(
            nonce=new_nonce(),
            function=Named(attack),
            args=tuple(Scalar(argument) for argument in arguments),
            kwargs={},
            seconds=seconds,
        )
        return self.worker.request(call, seconds)

    def gets(self, attack: str, *arguments: str | int, seconds: float = 20.0) -> str:
        """ "got: …" or "refused: …"."""
        reply = self.asks(attack, *arguments, seconds=seconds)
        assert isinstance(reply, Returned)
        assert isinstance(reply.value, Scalar)
        return str(reply.value.value)

    def is_refused(self, attack: str, *arguments: str | int) -> bool:
        got = self.gets(attack, *arguments)
        print(attack, arguments, "→", got)
        return got.startswith("refused: ")


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """One that forks workers of any tier and has imported no JAX."""
    with Zygote(Tier.NONE, serve=ATTACKS, warm=False) as zygote:
        zygote.wait_until_ready()
        yield zygote


@functools.cache
def machine_has(tier: Tier) -> bool:
    """What the kernel offers, asked without any of our own code: a wall of ours that is broken shall not be skipped."""
    landlock = ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) >= 1
    mounting = ["--mount", "--pid", "--net", "--fork", "mount", "-t", "tmpfs", "none", "/tmp"]
    command = {
        Tier.ROOT: ["unshare", *mounting],
        Tier.NAMESPACES: ["unshare", "--user", "--map-root-user", *mounting],
        Tier.LANDLOCK: ["true"],
    }[tier]
    if not landlock or (tier is Tier.ROOT and os.geteuid() != 0):
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(params=WALLS, ids=str)
def tier(request: pytest.FixtureRequest) -> Tier:
    """Each wall that this machine, and this user, can have."""
    wanted: Tier = request.param
    if not machine_has(wanted):
        pytest.skip(f"this machine does not let this user have the tier {wanted}")
    report = next(report for report in tiers.probe() if report.tier is wanted)
    assert report.available, report.reason
    return wanted


LockIn = Callable[..., Prisoner]


@pytest.fixture
def lock_in(zygote: Zygote) -> Iterator[LockIn]:
    """Makes prisoners: `lock_in(tier, limits)`; they end with the test."""
    prisoners: list[Prisoner] = []

    def make(tier: Tier, limits: Limits | None = None, zygote: Zygote = zygote) -> Prisoner:
        prisoners.append(Prisoner(zygote, tier, limits))
        return prisoners[-1]

    yield make
    for prisoner in prisoners:
        if prisoner.zygote.running:
            prisoner.worker.kill()


@pytest.fixture
def prisoner(lock_in: LockIn, tier: Tier) -> Prisoner:
    return lock_in(tier)


@pytest.fixture
def unwalled(lock_in: LockIn) -> Prisoner:
    """The same behind no wall: an attack that fails here, too, proves nothing."""
    return lock_in(Tier.NONE)


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder for another user: pytest's own lie in one that is closed to others."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="jax101-home-") as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


@pytest.fixture(scope="session")
def attacks() -> str:
    """What a zygote takes as `serve` to run them."""
    return ATTACKS
