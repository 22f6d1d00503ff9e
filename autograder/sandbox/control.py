"""What the trusted side and its zygote say to each other.  Both are ours; msgspec only keeps them honest.

    trusted side                         zygote
    Start(…)                      →      Ready | Failed
    Spawn(…) + a socket           →      Spawned | Failed
    Kill(worker)                  →      Ended

The same frames carry a child's words to the zygote while it locks itself in: `Locked`, `Ready`, `Failed`, `Ended`.
"""

from __future__ import annotations

import socket
from typing import Literal

import msgspec

from autograder.sandbox import frames
from autograder.sandbox.confine import Tier

_LARGEST = 1 << 20


class Start(msgspec.Struct, frozen=True, tag="start"):
    """`serve`: where the worker's loop is, `module:function`; `warm`: import JAX and trace something first.

    `cache_dir`: compiled programs that workers read, and with `fill` add to.
    `platform`: what JAX computes on.
    """

    serve: str
    warm: bool
    cpu: int | None
    cache_dir: str | None
    font_cache: str
    fill: bool = False
    platform: str = "cpu"


class Spawn(msgspec.Struct, frozen=True, tag="spawn"):
    """`cache_dir`: a folder to fill with compiled programs, instead of the zygote's own.  `evaluator`: not a worker but
    that.
    """

    tier: Tier
    memory: int
    cpu_seconds: int
    file_bytes: int
    scratch_bytes: int
    cache_dir: str | None = None
    evaluator: bool = False


class Kill(msgspec.Struct, frozen=True, tag="kill"):
    """`patience`: seconds it is given to end by itself, when its socket says that it is about to."""

    worker: int
    patience: float = 0.0


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    pass


class Locked(msgspec.Struct, frozen=True, tag="locked"):
    """A child is apart: a pidfd of the process in which the student's code will run comes behind."""


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    why: str


class Spawned(msgspec.Struct, frozen=True, tag="spawned"):
    worker: int
    milliseconds: float  # from the fork to the worker's readiness


# By itself; for using too much; for want of memory on the machine, within its own limit; by SIGKILL from somebody else;
# by us, as it was or after something had stopped it for a while.
Cause = Literal["", "memory", "cpu", "starved", "outside", "killed", "stopped"]


class Ended(msgspec.Struct, frozen=True, tag="ended"):
    """How a process ended, as `os.waitpid` says it, the processor time it took, and whether it was ever stopped."""

    status: int
    cpu_seconds: float
    stopped: bool = False
    cause: Cause = ""


Message = Start | Spawn | Kill | Ready | Locked | Failed | Spawned | Ended

_decoder: msgspec.msgpack.Decoder[Message] = msgspec.msgpack.Decoder(Message)
_encoder = msgspec.msgpack.Encoder()


def send(
    connection: socket.socket, message: Message, descriptor: int | None = None, deadline: float | None = None
) -> None:
    """Send one message, and a descriptor behind it with `Spawn` and `Locked`."""
    frames.send(connection, _encoder.encode(message), deadline)
    if descriptor is not None:
        socket.send_fds(connection, [b"+"], [descriptor])


def receive(connection: socket.socket, deadline: float | None = None) -> Message:
    """The next message.  `TimeoutError` past the deadline, `frames.Closed` when the other side is gone."""
    return _decoder.decode(frames.receive(connection, deadline, _LARGEST))


def receive_descriptor(connection: socket.socket) -> int:
    """The descriptor behind a `Spawn` or `Locked`; `frames.Closed` when the other side is gone."""
    _, descriptors, _, _ = socket.recv_fds(connection, 1, 1)
    if not descriptors:
        raise frames.Closed
    return descriptors[0]
