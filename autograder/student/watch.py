"""`jax101 check --watch`: check now and after every save, in a helper process that a student's program cannot outlive.

    this process   looks for saves, says the verdicts, and is never held up
        └─ helper  JAX and the student's program; keeps what JAX has compiled, so every check after the first is fast

A helper that hangs is ended at the next save, or when its time is over; one that dies is replaced.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import IO, NamedTuple

from autograder.errors import Jax101Error
from autograder.signals import die_with
from autograder.student.wanted import Result, Wanted, find

_SAVED = (".py", ".ipynb", ".zip", ".yml")
_LOOK = 50  # milliseconds between two looks for saves and verdicts
_PATIENCE = 120.0  # seconds for one check of everything; a function's own limit, which knows the line, is far shorter

# A fresh interpreter, since a fork of a process with threads may hang; it finds its modules where we found ours.
_BOOT = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from autograder.student.watch import serve
serve(int(sys.argv[2]))
"""
# Elsewhere it is in a session of its own, and the terminal's Ctrl-C does not reach it.
_ALONE = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)


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
        compiling = {  # what a save leaves as it was need not be compiled again, not even by the next helper
            "JAX_COMPILATION_CACHE_DIR": self._compiled.name,
            "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "0",
            "JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES": "-1",
        }
        path = json.dumps([str(entry) or os.getcwd() for entry in sys.path])
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT, path, str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | compiling,
            start_new_session=True,  # so that what a student's program starts ends with it
            creationflags=_ALONE,
        )
        self._answers: SimpleQueue[_Answer | None] = SimpleQueue()
        threading.Thread(target=_listen, args=(self._process.stdout, self._answers), daemon=True).start()

    def ask(self, wanted: Wanted) -> None:
        """Check this.  What is being checked still is given up: it is not what the student has any more."""
        if self._since is not None:
            self._replace()
        try:
            _send(self._process.stdin, wanted)
        except OSError:  # it ended while it was idle
            self._replace()
            _send(self._process.stdin, wanted)
        self._since = time.monotonic()

    def result(self) -> Result | None:
        """The verdict, when there is one; a helper that died or takes too long has one, too, and is replaced."""
        if self._since is None:
            return None
        if not self._answers.empty():
            answer = self._answers.get()
            if answer is None:
                return self._lost(_ended(self._process))
            self._since = None
            if answer.spent:
                self._replace()
            return answer.result
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
        if hasattr(os, "killpg"):
            with contextlib.suppress(OSError):  # it has ended, and they have
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        for end in (self._process.stdin, self._process.stdout):
            assert end is not None
            with contextlib.suppress(OSError):  # of what it did not read
                end.close()


def _listen(answers: IO[bytes], heard: SimpleQueue[_Answer | None]) -> None:
    """Hand on what it says, and `None` when it is gone."""
    with contextlib.suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):
        while True:
            heard.put(pickle.load(answers))
    heard.put(None)


def _send(pipe: IO[bytes] | None, message: Wanted | _Answer) -> None:
    assert pipe is not None
    pickle.dump(message, pipe)
    pipe.flush()


def _ended(process: subprocess.Popen[bytes]) -> str:
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(1)
    code = process.returncode
    how = f" with exit code {code}" if code is not None and code >= 0 else ""
    if code is not None and code < 0:
        how = f" by the signal {signal.Signals(-code).name}"
    return f"the program ended while it was checked{how}: nothing in it may end the process"


# --------------------------------------------------------------------------- the helper, from inside


class _Answer(NamedTuple):
    """What was found, and whether the program changed this process so that the next check needs a new one."""

    result: Result
    spent: bool


def serve(parent: int) -> None:
    """Answer what comes on standard input until the other side, process `parent`, is gone."""
    die_with(parent)
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)  # what a program reads and prints is not for these
    os.dup2(2, 1)
    os.close(nothing)
    with contextlib.suppress(EOFError, OSError, pickle.UnpicklingError):
        while True:
            _send(answers, _answer(pickle.load(questions)))


def _answer(wanted: Wanted) -> _Answer:
    import jax

    from autograder.student import terminal

    before = dict(jax.config.values)
    try:
        result = terminal.check(wanted)
    except Jax101Error as error:  # a file that is being saved, a course.yml that is being edited
        result = Result("", False, tuple(str(error).splitlines()))
    return _Answer(result, spent=dict(jax.config.values) != before)
