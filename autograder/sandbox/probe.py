"""Tries the wall from the inside: what a worker must not be able to do, and what it must.  Run by `tiers.probe`.

Everything here is meant to fail; what succeeds is a hole, and the tier is not used.
"""

from __future__ import annotations

import os
import resource
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from autograder.sandbox import frames
from autograder.sandbox.confine.libc import unshare
from autograder.sandbox.confine.namespaces import SCRATCH


class Question(msgspec.Struct, frozen=True):
    """`secret`: a file that the trusted side can read; `parent`: a process of ours; `scratch`: is there a folder?"""

    secret: str
    parent: int
    scratch: bool


def serve(connection: socket.socket) -> None:
    """Answer one `Question` with the list of what is wrong with the wall, then wait to be ended."""
    question = msgspec.msgpack.decode(frames.receive(connection), type=Question)
    frames.send(connection, msgspec.msgpack.encode(list(_holes(question)) + list(_lacks(question))))
    frames.receive(connection)


def _holes(question: Question) -> Iterator[str]:
    attempts: dict[str, Callable[[], object]] = {
        "a file of the grader could be read": lambda: Path(question.secret).read_bytes(),
        "/etc/passwd could be read": lambda: Path("/etc/passwd").read_bytes(),
        "a file could be written": lambda: Path(question.secret).with_name("written").write_bytes(b""),
        "the root folder could be listed": lambda: os.listdir("/"),
        "a network socket could be opened": lambda: socket.socket(socket.AF_INET).close(),
        "a local socket could be opened": lambda: socket.socketpair(),
        "a process could be started": _fork,
        "namespaces of its own could be made": lambda: unshare(0),
        "a file of the grader was left open": _left_open,
        "its memory is not limited": _unlimited,
        "the grader could be sent a signal": lambda: os.kill(question.parent, 0),
        "the grader's limits could be changed": lambda: resource.prlimit(question.parent, resource.RLIMIT_CORE),
        "the grader could be moved to another core": lambda: os.sched_setaffinity(question.parent, {0}),
    }
    if question.scratch:  # it has a world of its own
        attempts["the machine's files could be looked at"] = lambda: os.stat(question.secret)
    for hole, attempt in attempts.items():
        try:
            attempt()
        except OSError:
            continue
        yield hole
    try:
        os.execv("/nowhere", ["nowhere"])
    except FileNotFoundError:
        yield "a program could be started"
    except OSError:
        pass


def _left_open() -> None:
    """Its socket and the first three are open, and nothing else; `OSError` when that is so."""
    for number in range(3, 256):
        with suppress(OSError):
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                return
    raise OSError


def _unlimited() -> None:
    if resource.getrlimit(resource.RLIMIT_DATA)[1] != resource.RLIM_INFINITY:
        raise OSError


def _fork() -> None:
    if (child := os.fork()) == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _lacks(question: Question) -> Iterator[str]:
    needs: dict[str, Callable[[], object]] = {
        "Python's own libraries cannot be read": lambda: Path(os.__file__).read_bytes(),
        "installed packages cannot be read": lambda: Path(msgspec.__file__).read_bytes(),
        "/dev/urandom cannot be read": _random,
        "no thread can be started": _thread,
    }
    if question.scratch:
        needs["its folder cannot be written"] = lambda: Path(SCRATCH, "probe").write_bytes(b"x")
    for lack, need in needs.items():
        try:
            need()
        except (OSError, RuntimeError) as error:
            yield f"{lack} ({error})"


def _random() -> None:
    with open("/dev/urandom", "rb") as device:
        device.read(1)


def _thread() -> None:
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()
