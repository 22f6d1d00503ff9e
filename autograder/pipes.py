"""Pipes between processes of ours, of which any may be stopped in the middle of a message."""

from __future__ import annotations

import socket
import struct
from multiprocessing.connection import Connection

_SECONDS = 60  # for a message that has begun to go through


def pipe() -> tuple[Connection, Connection]:
    """Two ends; a message that has begun and does not go on is an `OSError` on our side, not an endless wait."""
    ours, theirs = socket.socketpair()
    for direction in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):
        ours.setsockopt(socket.SOL_SOCKET, direction, struct.pack("@ll", _SECONDS, 0))
    return Connection(ours.detach()), Connection(theirs.detach())
