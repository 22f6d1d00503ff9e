"""A machine that looks as if it had a GPU: run in a mount namespace of its own, it says what an evaluator finds there.

The device files are the kernel's `null` and `zero` by another name, so what opens and commands them is seen, and no
driver is behind them.  `python -m tests.sandbox.accelerated FOLDER` prints what is wrong, for each tier; see
`test_accelerated`.
"""

from __future__ import annotations

import errno
import fcntl
import os
import socket
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from autograder.sandbox import frames, launch, tiers
from autograder.sandbox.client import Zygote
from autograder.sandbox.confine import Tier, devices
from autograder.sandbox.confine.libc import mount, unshare

NULL, ZERO = (1, 3), (1, 5)
FILES = {"nvidiactl": NULL, "nvidia-uvm": NULL, "nvidia0": ZERO, "nvidia1": ZERO, "nvidia-caps/nvidia-cap1": NULL}
OURS = ("null", "zero", "urandom")
_NEW_MOUNTS, _BIND, _MOVE, _PRIVATE_BELOW = 0x20000, 4096, 8192, 0x44000
A_COMMAND, NO_COMMAND = 0xC020462A, 0x5412  # of the driver's; one that pushes a key into a terminal


def main(folder: str) -> None:
    """Build the machine and try each wall on it."""
    pretend(Path(folder))
    for tier in (report.tier for report in tiers.probe() if report.available):
        print(f"{tier}: {[*holes(tier, Path(folder)), *reach(tier), *computes(tier)]}")


def pretend(folder: Path) -> None:
    """A /dev with a GPU in it, seen by this process and its children only."""
    unshare(_NEW_MOUNTS)
    mount(None, "/", None, _PRIVATE_BELOW)
    room = folder / "dev"
    room.mkdir()
    mount("none", str(room), "tmpfs", 0)
    for name in OURS:
        (room / name).touch()
        mount(f"/dev/{name}", str(room / name), None, _BIND)
    (room / "nvidia-caps").mkdir()
    for name, number in FILES.items():
        os.mknod(room / name, stat.S_IFCHR | 0o666, os.makedev(*number))
        (room / name).chmod(0o666)
    mount(str(room), "/dev", None, _MOVE)
    assert len(devices.nodes("cuda")) == len(FILES)


def holes(tier: Tier, folder: Path) -> list[str]:
    """What the probe of every run finds in the wall of an evaluator that holds the device."""
    secret = folder / "secret"
    secret.write_text("not for evaluators")
    secret.chmod(0o644)
    with Zygote(Tier.NONE, serve="autograder.sandbox.probe:serve", warm=False, platform="cuda") as zygote:
        return tiers._holes(zygote, tier, secret)


def reach(tier: Tier) -> list[str]:
    """What is wrong with the way to the device: for an evaluator, and for a worker, who has none."""
    found: list[str] = []
    for platform, expected in (("cuda", []), ("cpu", sorted(f"/dev/{name} cannot be opened" for name in FILES))):
        serve = f"{Path(__file__).resolve()}:try_them"
        with (
            Zygote(Tier.NONE, serve=serve, warm=False, platform=platform) as zygote,
            zygote.spawn(tier=tier) as process,
        ):
            frames.send(process.connection, msgspec.msgpack.encode([f"/dev/{name}" for name in sorted(FILES)]))
            said = msgspec.msgpack.decode(frames.receive(process.connection), type=list[str])
        found += [] if said == expected else [f"{platform}: {said}"]
    return found


def try_them(connection: socket.socket) -> None:
    """In an evaluator's place: open each file, command it, and try a command that is none of the driver's."""
    files = msgspec.msgpack.decode(frames.receive(connection), type=list[str])
    frames.send(connection, msgspec.msgpack.encode([word for file in files for word in _tried(file)]))
    frames.receive(connection)


def _tried(file: str) -> Iterator[str]:
    try:
        number = os.open(file, os.O_RDWR)
    except OSError:
        yield f"{file} cannot be opened"
        return
    for command, wanted in ((A_COMMAND, errno.ENOTTY), (NO_COMMAND, errno.EPERM)):  # there is no driver behind it
        try:
            fcntl.ioctl(number, command, bytes(32))
        except OSError as error:
            if error.errno != wanted:
                yield f"{file}: {command:#x}: {os.strerror(error.errno or 0)}"
    os.close(number)


def computes(tier: Tier) -> list[str]:
    """Whether JAX works in that wall, with the CPU behind it, since there is no other."""
    from tests.sandbox.test_evaluator import DOUBLE, Evaluations, answer, array

    plain = launch.environment
    launch.environment = lambda platform: {**plain(platform), "JAX_PLATFORMS": "cpu"}
    with Zygote(tier, platform="cuda") as zygote:
        evaluations = Evaluations(zygote)
        made = answer(evaluations, DOUBLE, array(21.0))
        evaluations.close()
    return [] if made == [42.0] else [f"21 doubled is {made}"]


if __name__ == "__main__":
    main(sys.argv[1])
