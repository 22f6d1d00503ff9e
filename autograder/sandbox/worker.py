"""The worker's whole life, behind the wall: read a request, do it, send the reply, again.

Knows nothing of checks, points, reports or the course.
"""

from __future__ import annotations

import gc
import os
import socket
import struct
import sys
from collections.abc import Callable
from typing import Any

import msgspec

from autograder.sandbox.load import Loader
from autograder.sandbox.observe import Capture, Observer
from autograder.sandbox.protocol import MAX_FRAME, Call, Load, Loaded, Reply
from autograder.sandbox.staging import Stager, settings
from autograder.sandbox.state import draw_the_same_numbers

_COLLECT = (50_000, 20, 20)  # tracing makes garbage that a short life need not collect


def serve(connection: socket.socket) -> None:
    """Answer requests on a connected stream socket until it closes; then end the process."""
    _settle()
    converse(connection, Load | Call, Worker().answer)
    os._exit(0)


def converse(
    connection: socket.socket, requests: Any, answer: Callable[[Any], Reply], tired: Callable[[], bool] = lambda: False
) -> None:
    """Answer requests of these types, one after the other, until the socket closes, a reply is too long, or `tired`."""
    decoder = msgspec.msgpack.Decoder(requests)
    encoder = msgspec.msgpack.Encoder()
    while (frame := _receive(connection)) is not None:
        reply = encoder.encode(answer(decoder.decode(frame)))
        if len(reply) > MAX_FRAME:
            break
        connection.sendall(struct.pack(">I", len(reply)) + reply)
        if tired():
            break


class Worker:
    """One student's module and the observer that looks after it."""

    def __init__(self) -> None:
        self._usual = settings()
        self._observer = Observer({}, lambda _: False)
        self._stager = Stager(self._observer, self._usual)

    def answer(self, request: Load | Call) -> Reply:
        """The reply to a request; never raises for anything a student's code does."""
        if isinstance(request, Call):
            return self._stager.call(request) if request.stage else self._observer.call(request)
        return self._load(request)

    def _load(self, request: Load) -> Loaded:
        theirs = frozenset(cell.name for cell in request.cells)
        loader = Loader(request, theirs.__contains__)
        reply = loader.load(Capture(request.output_bytes))
        draw_the_same_numbers()  # a seed set while loading is not the state that a function finds
        ignored = frozenset(loader.provided) | frozenset(loader.stand_ins)
        self._observer = Observer(loader.space, theirs.__contains__, ignored, request.output_bytes)
        self._stager = Stager(self._observer, self._usual)
        return reply


def _settle() -> None:
    """What student code finds: no arguments, no input, the same draws each time, and a `check` that does nothing."""
    sys.argv = [""]
    gc.set_threshold(*_COLLECT)
    draw_the_same_numbers()
    autograder: Any = sys.modules["autograder"]
    autograder.check = autograder.hint = lambda *_args, **_kwargs: None


def _receive(connection: socket.socket) -> bytes | None:
    header = _exactly(connection, 4)
    return _exactly(connection, struct.unpack(">I", header)[0]) if header is not None else None


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    parts = []
    while size:
        part = connection.recv(min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
