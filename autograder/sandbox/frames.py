"""Frames on a stream socket: four bytes of length, big endian, then that many bytes.  The one way anything is sent.

Both directions have a deadline, measured by the monotonic clock, and a cap that is checked before memory is taken.
"""

from __future__ import annotations

import select
import socket
import struct
import time

from autograder.sandbox.protocol import MAX_FRAME

_HEADER = struct.Struct(">I")
_CHUNK = 1 << 20


class Closed(Exception):
    """The other side is gone.  `partial`: in the middle of a frame."""

    def __init__(self, partial: bool = False) -> None:
        super().__init__("the connection was closed")
        self.partial = partial


class TooLong(Exception):
    """A frame longer than the cap, or empty; nothing of it was read."""


def send(connection: socket.socket, data: bytes, deadline: float | None = None) -> None:
    """Send one frame.  `TimeoutError` past the deadline, `Closed`, `TooLong`."""
    if not 0 < len(data) <= MAX_FRAME:
        raise TooLong(f"a frame of {len(data)} bytes")
    rest = memoryview(_HEADER.pack(len(data)) + data)
    while rest:
        _wait(connection, select.POLLOUT, deadline)
        try:
            sent = connection.send(rest[:_CHUNK], socket.MSG_DONTWAIT)
        except BlockingIOError:
            continue
        except OSError as error:
            raise Closed from error
        rest = rest[sent:]


def receive(connection: socket.socket, deadline: float | None = None, cap: int = MAX_FRAME) -> bytearray:
    """Read one frame.  `TimeoutError` past the deadline, `Closed`, `TooLong`."""
    (length,) = _HEADER.unpack(_read(connection, _HEADER.size, deadline, started=False))
    if not 0 < length <= cap:
        raise TooLong(f"a frame of {length} bytes")
    return _read(connection, length, deadline, started=True)


def waiting(connection: socket.socket, seconds: float = 0.0) -> bool:
    """Is there something to read, or an end of the stream, already or within `seconds`?"""
    poll = select.poll()
    poll.register(connection, select.POLLIN)
    return bool(poll.poll(seconds * 1000))


def _read(connection: socket.socket, length: int, deadline: float | None, started: bool) -> bytearray:
    data = bytearray(length)
    view = memoryview(data)
    while view:
        _wait(connection, select.POLLIN, deadline)
        try:
            got = connection.recv_into(view[:_CHUNK], 0, socket.MSG_DONTWAIT)
        except BlockingIOError:
            continue
        except OSError as error:
            raise Closed(partial=started) from error
        if got == 0:
            raise Closed(partial=started)
        started = True
        view = view[got:]
    return data


def _wait(connection: socket.socket, event: int, deadline: float | None) -> None:
    if connection.fileno() < 0:
        raise Closed
    poll = select.poll()
    poll.register(connection, event)
    while True:
        left = None if deadline is None else max(0.0, deadline - time.monotonic())
        if poll.poll(None if left is None else left * 1000):
            return
        if left == 0.0:
            raise TimeoutError("the deadline passed")
