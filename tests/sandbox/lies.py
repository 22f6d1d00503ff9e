"""What a hostile worker would send instead of an answer: each makes a frame, or does without.  Part of `attacks`."""

from __future__ import annotations

import os
import struct
import time

import msgspec

from autograder.sandbox import protocol
from autograder.sandbox.protocol import Call, Returned, Scalar


def _frame(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


def _reply(nonce: int, value: protocol.AnyValue | None = None) -> bytes:
    return _frame(msgspec.msgpack.encode(Returned(nonce=nonce, value=value or Scalar(None))))


def lie_wrong_nonce(call: Call) -> bytes:
    return _reply(call.nonce + 1)


def lie_twice(call: Call) -> bytes:
    return _reply(call.nonce) + _reply(call.nonce)


def lie_wrong_kind(call: Call) -> bytes:
    return _frame(msgspec.msgpack.encode(protocol.Loaded(nonce=call.nonce, names=(), failed=())))


def lie_oversized(call: Call) -> bytes:
    return struct.pack(">I", protocol.MAX_FRAME + 1) + bytes(100)


def lie_empty(call: Call) -> bytes:
    return struct.pack(">I", 0)


def lie_cut_inside(call: Call) -> bytes:
    return _frame(_reply(call.nonce)[4:-3])


def lie_garbage(call: Call) -> bytes:
    return _frame(os.urandom(300))


def lie_deep(call: Call) -> bytes:
    return _frame(b"\x91" * 1_000_000 + b"\x90")


def lie_deep_value(call: Call) -> bytes:
    value: protocol.AnyValue = Scalar(1)
    for _ in range(protocol.MAX_DEPTH + 1):
        value = protocol.Items("list", (value,))
    return _reply(call.nonce, value)


def lie_many(call: Call) -> bytes:
    return _frame(b"\xdd" + struct.pack(">I", 20_000_000) + b"\x00" * 20_000_000)


def lie_shape(call: Call) -> bytes:
    return _reply(call.nonce, protocol.Array("numpy", "float64", "float64", (1 << 40,), b"12345678"))


def lie_cut_and_leave(call: Call) -> None:
    os.write(_own_socket(), struct.pack(">I", 100) + b"x")
    os._exit(0)


def lie_flood(call: Call) -> None:
    """Never stops talking."""
    while True:
        os.write(_own_socket(), bytes(1 << 16))


def lie_nothing(call: Call) -> None:
    """Closes its socket and lives on."""
    os.close(_own_socket())
    time.sleep(60)


def _own_socket() -> int:
    return next(number for number in range(3, 256) if _is_socket(number))


def _is_socket(number: int) -> bool:
    try:
        return os.fstat(number).st_mode >> 12 == 0o14
    except OSError:
        return False
