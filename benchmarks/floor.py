"""The floor: one warm process that only makes the calls which the checks make of a submission.

    python -m benchmarks.floor FOLDER        prints CPU seconds per submission, as JSON

No wall, no observer, no pytest, no comparison.  Each submission is graded once before, in the same process, which
records its calls and warms every operation; then it is loaded anew and the calls alone are made again and timed.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time
from pathlib import Path
from typing import Any

import jax

from autograder.checking.local import load_program
from autograder.checking.submission import Submission
from autograder.kit import Kit, kit_for
from autograder.model import Submission as Handed
from autograder.readers import discover, program, read
from autograder.sandbox import jax_internals
from benchmarks.cell import PlainCaller, checks, numbers_for, run
from tests.mutants.corpus import COURSE

Made = tuple[Any, list[Any], dict[str, Any]]


class Recorder(PlainCaller):
    """A caller that keeps every call it makes."""

    def __init__(self, space: dict[str, Any]) -> None:
        super().__init__(space)
        self.calls: list[Made] = []

    def made(self, function: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        self.calls.append((function, args, kwargs))
        return function(*args, **kwargs)


def main(folder: str) -> None:
    """Time every submission in a folder."""
    jax_internals.compile_quickly()
    kits = {unit.id: kit_for(COURSE, unit) for unit in COURSE.units}
    wall, cpu, calls, units = 0.0, 0.0, 0, 0
    for found in discover([Path(folder)], COURSE):
        submission = read(found, COURSE)
        recorder = _record(submission, kits[submission.unit])
        begun, used = time.perf_counter(), time.process_time()
        replay(recorder.calls)
        wall, cpu = wall + time.perf_counter() - begun, cpu + time.process_time() - used
        calls, units = calls + len(recorder.calls), units + 1
    print(json.dumps({"submissions": units / len(COURSE.units), "wall": wall, "cpu": cpu, "calls": calls}))


def _record(submission: Handed, kit: Kit) -> Recorder:
    with _silence():
        loaded = load_program(program(submission, kit.unit, kit.page), kit.unit.limits)
        recorder = Recorder(loaded._observer.space)
        for name, check in checks(submission.unit):
            with contextlib.suppress(BaseException):
                run(check, Submission(recorder), numbers_for(name))
    return recorder


def replay(calls: list[Made]) -> None:
    """Make the calls again, and wait for their answers."""
    with _silence():
        for function, args, kwargs in calls:
            with contextlib.suppress(BaseException):
                jax.block_until_ready(function(*args, **kwargs))


@contextlib.contextmanager
def _silence() -> Any:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        yield


if __name__ == "__main__":
    main(sys.argv[1])
