"""`jax101 check --watch`: check now and after every save, in a helper process that a student's program cannot outlive.

    this process   looks for saves, says the verdicts, and is never held up
        └─ helper  JAX and the student's program; keeps what JAX has compiled, so every check after the first is fast

A helper that hangs is ended at the next save, or when its time is over; one that dies is replaced.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from autograder.errors import Jax101Error
from autograder.signals import ctrl_c_blocked
from autograder.student.wanted import Result, Wanted, find

_SAVED = (".py", ".ipynb", ".zip", ".yml")
_LOOK = 50  # milliseconds between two looks for saves and verdicts
_PATIENCE = 120.0  # seconds for one check of everything; a function's own limit, which knows the line, is far shorter
_CONTEXT = multiprocessing.get_context("spawn")  # a fork of a process with threads may hang


def watch(wanted: Wanted, say: Callable[[str], object], patience: float = _PATIENCE) -> None:
    """Check now and after every save, until Ctrl-C.  `UsageError` when there is nothing to watch."""
    from watchfiles import watch as changes

    find(wanted)
    folder = wanted.path if wanted.path.is_dir() else wanted.path.parent
    with contextlib.suppress(KeyboardInterrupt), _Helper(patience) as helper:
        helper.ask(wanted)
        for saved in changes(
            folder,
            watch_filter=lambda _, file: _is_work(Path(file)),
            step=_LOOK,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
        ):
            if saved:
                helper.ask(wanted._replace(saved=frozenset(Path(file) for _, file in saved)))
            if (result := helper.result()) is not None:
                _say(result, say)


def _say(result: Result, say: Callable[[str], object]) -> None:
    for text in (result.text, *(f"jax101: {problem}" for problem in result.problems)):
        if text:
            say(text)
    say("— watching: save to check again, Ctrl-C to stop —")


def _is_work(file: Path) -> bool:
    """Whether a change of this file is a save, and not what editors and Python leave behind."""
    return file.suffix.lower() in _SAVED and not any(part.startswith((".", "__")) for part in file.parts[-2:])


# --------------------------------------------------------------------------- the helper, from outside


class _Helper:
    """The process that checks, as this side sees it: one question at a time, and a later one ends the one before."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._since: float | None = None  # when it was asked; None: it is idle
        self._compiled = tempfile.TemporaryDirectory(prefix="jax101-", ignore_cleanup_errors=True)
        self._start()

    def __enter__(self) -> _Helper:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self._compiled.cleanup()

    def _start(self) -> None:
        os.environ |= {  # what a save leaves as it was need not be compiled again, not even by the next helper
            "JAX_COMPILATION_CACHE_DIR": self._compiled.name,
            "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "0",
            "JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES": "-1",
        }
        self._connection, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(theirs,), daemon=True)
        with ctrl_c_blocked():
            self._process.start()
        theirs.close()

    def ask(self, wanted: Wanted) -> None:
        """Check this.  What is being checked still is given up: it is not what the student has any more."""
        if self._since is not None:
            self._replace()
        try:
            self._connection.send(wanted)
        except OSError:  # it ended while it was idle
            self._replace()
            self._connection.send(wanted)
        self._since = time.monotonic()

    def result(self) -> Result | None:
        """The verdict, when there is one; a helper that died or takes too long has one, too, and is replaced."""
        if self._since is None:
            return None
        try:
            if self._connection.poll():
                answer: _Answer = self._connection.recv()
                self._since = None
                if answer.spent:
                    self._replace()
                return answer.result
        except (EOFError, OSError):
            return self._lost(_ended(self._process))
        if time.monotonic() - self._since > self._patience:
            return self._lost(
                f"the check was still running after {self._patience:.0f} seconds and was stopped. "
                "Look for a loop that never ends"
            )
        return None

    def _lost(self, problem: str) -> Result:
        self._replace()
        return Result("", False, (f"{problem}.",))

    def _replace(self) -> None:
        self._end()
        self._since = None
        self._start()

    def _end(self) -> None:
        """End it, and all that a student's program started in it."""
        assert self._process.pid is not None
        with contextlib.suppress(OSError):  # it may not have come so far as to have a group of its own
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        self._connection.close()


def _ended(process: multiprocessing.process.BaseProcess) -> str:
    process.join(1)
    code = process.exitcode
    how = f" with exit code {code}" if code is not None and code >= 0 else ""
    if code is not None and code < 0:
        how = f" by the signal {signal.Signals(-code).name}"
    return f"the program ended while it was checked{how}: nothing in it may end the process"


# --------------------------------------------------------------------------- the helper, from inside


class _Answer(NamedTuple):
    """What was found, and whether the program changed this process so that the next check needs a new one."""

    result: Result
    spent: bool


def _serve(connection: Connection) -> None:
    """Answer until the other side is gone."""
    os.setsid()  # a group of its own, so that what a student's program starts ends with it
    while True:
        try:
            wanted = connection.recv()
        except (EOFError, OSError):
            return
        answer = _answer(wanted)
        with contextlib.suppress(OSError):
            connection.send(answer)


def _answer(wanted: Wanted) -> _Answer:
    import jax

    from autograder.student import terminal

    before = dict(jax.config.values)
    try:
        result = terminal.check(wanted)
    except Jax101Error as error:  # a file that is being saved, a course.yml that is being edited
        result = Result("", False, tuple(str(error).splitlines()))
    return _Answer(result, spent=dict(jax.config.values) != before)
