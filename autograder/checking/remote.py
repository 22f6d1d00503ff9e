"""Checks behind the wall: a `Caller` whose calls are answered by a worker that runs a student's program.

One `RemoteProgram` stands for one submission (and one choice of stand-ins); it starts a worker when it first needs
one, and a fresh one after each that was lost.  Its time is measured here, where a student cannot reach the clock.
"""

from __future__ import annotations

import time
from functools import cached_property
from typing import Any, Protocol

from autograder.checking.diagnosis import Absence
from autograder.checking.failure import CheckFailure
from autograder.checking.loading import absence, to_source
from autograder.checking.reading import Code, written
from autograder.checking.staged import Compute, known
from autograder.checking.submission import Callee, Submission
from autograder.model import Limits, Program
from autograder.sandbox.changes import ChangedArgument
from autograder.sandbox.client import Worker, WorkerDied, WorkerEnded, WorkerTimeout, new_nonce
from autograder.sandbox.protocol import (
    Call,
    CellSource,
    Change,
    FailedCell,
    Load,
    Loaded,
    Missing,
    Raised,
    Reply,
    Returned,
    Spoiled,
    Staged,
)
from autograder.text import shortened

NOT_LOADED = "ends-when-loaded"  # the misconception of a program none of whose functions can be called
_GRACE = 2.0  # seconds past the worker's own alarm, which knows the line
_LOST_TO_TIMEOUTS = 15.0  # seconds a task may lose before the rest of its checks are not run
_LONGEST_LINE = 200  # characters; a line may have a million
_MAX_LOSSES = 4  # workers a task may lose


class Spawner(Protocol):
    """Where workers come from: a `Zygote`, as a rule."""

    def spawn(self, limits: Limits) -> Worker: ...


class StandIns:
    """The reference's cells for every task but one."""

    def __init__(self, cells: tuple[CellSource, ...], names: tuple[str, ...], keep: str) -> None:
        self.cells = cells
        self.names = names
        self.keep = keep


class RemoteProgram:
    """A program in a worker, replaced when it is lost.  `deadline` is monotonic time for all of its work."""

    def __init__(
        self,
        spawner: Spawner,
        program: Program,
        limits: Limits,
        deadline: float,
        stand_ins: StandIns | None = None,
        evaluations: Compute | None = None,
    ) -> None:
        self.deadline = deadline
        self.epoch = 0  # counts workers, so that a function of a lost one is recognised
        self._spawner = spawner
        self._program = program
        self._limits = limits
        self._stand_ins = stand_ins
        self._shares = evaluations  # with whom time is lost that is not ours
        self.evaluations = evaluations  # who computes what functions trace; `None`: nothing is traced
        self.traced: set[str] = set()  # tasks of which a call may have been traced
        self._worker: Worker | None = None
        self._failed: tuple[FailedCell, ...] = ()
        self._unloadable: CheckFailure | None = None
        self._left: dict[str, tuple[Change, ...]] = {}
        self._sources = {cell.name: cell.source for cell in program.cells}
        self._lines = _lines_of(program)

    def submission(self, task: str, limits: Limits, reference: Submission | None = None) -> Submission:
        """This program as the checks of one task see it."""
        return Submission(RemoteCaller(self, task, limits), reference, self._left)

    def close(self) -> None:
        """End the worker, if there is one.  `WorkerLost` where what it did is not to be judged."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.dismiss()

    # ------------------------------------------------------------------ for RemoteCaller

    def worker(self) -> Worker:
        """A worker with the program loaded; `CheckFailure` when the program cannot be loaded."""
        if self._unloadable is not None:
            raise self._unloadable
        if self._worker is None or not self._worker.alive:
            self._worker = self._start()
        return self._worker

    def lost(self) -> None:
        """The worker is of no use any more."""
        self.close()

    def left(self) -> float:
        """Seconds until the submission's time is over."""
        waited = self._shares.waited if self._shares is not None else 0.0
        return self.deadline + waited - time.monotonic()

    def line_of_code(self, cell: str, line: int) -> str:
        return shortened(self._lines.get((cell, line), "").strip(), _LONGEST_LINE)

    @cached_property
    def code(self) -> dict[str, Code]:
        """The student's functions as they were written."""
        return written((*self._program.provided, *self._program.cells))

    def why_missing(self, name: str) -> Absence:
        if name in self._program.skipped:
            return Absence(f"{self._program.skipped[name]}.")
        return absence(name, self._failed, self._sources)

    def _start(self) -> Worker:
        worker = self._spawner.spawn(self._limits)
        self.epoch += 1
        seconds = max(1.0, min(self._limits.load_seconds, self.left()))
        try:
            loaded = worker.request(self._load(seconds), seconds + 2 * _GRACE)
        except WorkerEnded as ended:
            outcome: Any = "timeout" if isinstance(ended, WorkerTimeout) else "crashed"
            self._unloadable = CheckFailure(
                f"Your program ended while its cells were run: {ended}.",
                hint="Look at the code outside of your functions: nothing there may end or block the program.",
                misconception=NOT_LOADED,
                outcome=outcome,
            )
            raise self._unloadable from None
        assert isinstance(loaded, Loaded)
        if any(cell.timed_out for cell in loaded.failed):
            self.evaluations = None  # a program that costs much time is not to be looked at twice
        # What hung an earlier worker was left out of this one; it is still missing for the same reason.
        self._failed = tuple(cell for cell in self._failed if cell.timed_out) + loaded.failed
        return worker

    def _load(self, seconds: float) -> Load:
        program, stand_ins = self._program, self._stand_ins
        hung = {cell.cell for cell in self._failed if cell.timed_out}
        return Load(
            nonce=new_nonce(),
            module=program.module,
            provided=tuple(to_source(cell) for cell in program.provided),
            cells=tuple(to_source(cell) for cell in program.cells),
            stand_ins=stand_ins.cells if stand_ins else (),
            stand_in_names=stand_ins.names if stand_ins else (),
            keep=stand_ins.keep if stand_ins else "",
            skip=tuple(f"{cell.name}:{cell.first_line}" for cell in program.cells if cell.name in hung),
            seconds=seconds,
            output_bytes=self._limits.output_kb * 1024,
        )


class RemoteCaller:
    """The calls of one task's checks."""

    def __init__(self, program: RemoteProgram, task: str, limits: Limits) -> None:
        self._program = program
        self._task = task
        self._limits = limits
        self._lost_seconds = 0.0
        self._losses = 0
        self.plain_calls = 0

    @property
    def epoch(self) -> int:
        return self._program.epoch

    def call(self, function: Callee, args: Any, kwargs: Any, watch: bool) -> Returned | Raised | Missing:
        """Make the call in the worker.  `CheckFailure` when no answer came: out of time, or the program ended."""
        self._refuse_when_spent()
        reply = self._request(function, args, kwargs, watch, stage=self._program.evaluations is not None)
        if isinstance(reply, Staged):
            if (computed := self._computed(reply)) is not None:
                return computed
            reply = self._request(function, args, kwargs, watch, stage=False)
        elif isinstance(reply, Spoiled):
            self._spoiled(reply)
            reply = self._request(function, args, kwargs, watch, stage=False)
        else:
            self.plain_calls += 1
        assert isinstance(reply, Returned | Raised | Missing)
        return reply

    def _computed(self, staged: Staged) -> Returned | None:
        """What was traced, computed; `None` where that fails, and then nothing of this program is traced any more."""
        if (answer := known(staged)) is not None:
            self.plain_calls += 1
            return answer
        assert self._program.evaluations is not None
        computed = self._program.evaluations.compute(staged)
        if computed is None:
            self._program.evaluations = None
        return computed

    def _spoiled(self, reply: Spoiled) -> None:
        """Tracing left something behind: a fresh worker goes on, and nothing of this program is traced any more."""
        # Not only of this task: what its functions keep can decide the answers of others that call them.
        self._program.evaluations = None
        self._program.lost()
        if reply.timed_out:
            self._lose(0.0)
            self._refuse_when_spent()

    def _request(self, function: Callee, args: Any, kwargs: Any, watch: bool, *, stage: bool) -> Reply:
        program = self._program
        worker = program.worker()
        stage = stage and program.evaluations is not None  # loading may have taken it away
        if stage:
            program.traced.add(self._task)
        else:
            self.plain_calls += 1
        seconds = max(0.5, min(self._limits.call_seconds, program.left()))
        request = Call(new_nonce(), function, args, kwargs, seconds, watch, stage)
        # A watched call may be made twice, for the answer and to find the line, and stock is taken around both.
        patience = (3 * seconds if watch else seconds) + _GRACE
        started = time.monotonic()
        try:
            reply = worker.request(request, min(patience, max(program.left(), 0.5) + _GRACE))
        except WorkerEnded as ended:
            program.lost()
            self._lose(time.monotonic() - started)
            raise _explain(ended, self._task) from None
        if isinstance(reply, Raised) and reply.timed_out:
            # Stopped in the middle of anything: what it left behind is not to be trusted with the next call.
            program.lost()
            self._lose(time.monotonic() - started)
        return reply

    def line_of_code(self, cell: str, line: int) -> str:
        """The student's own line, from the program as it was read."""
        return self._program.line_of_code(cell, line)

    def why_missing(self, name: str) -> Absence:
        """The failed or skipped cell that took the function along."""
        return self._program.why_missing(name)

    def code_of(self, name: str) -> Code | None:
        """From the program as it was read."""
        return self._program.code.get(name)

    def changed_arguments(self) -> tuple[ChangedArgument, ...]:
        """They do not cross the wall: the message has the first entry that changed."""
        return ()

    def _lose(self, seconds: float) -> None:
        self._lost_seconds += seconds
        self._losses += 1
        if self._task in self._program.traced:
            self._losses = _MAX_LOSSES  # it is looked at once more without tracing, and time is dear

    def _refuse_when_spent(self) -> None:
        if self._program.left() <= 0:
            raise CheckFailure(
                "Not run: the time for the whole submission was over.",
                hint="Look for the functions above that ran out of time.",
                outcome="not_run",
            )
        if self._lost_seconds > _LOST_TO_TIMEOUTS or self._losses >= _MAX_LOSSES:
            raise CheckFailure(
                f"Not run: `{self._task}` ran out of time or ended the program in earlier checks.",
                hint="Mend what the earlier checks of this task say.",
                outcome="not_run",
            )


def _explain(ended: WorkerEnded, task: str) -> CheckFailure:
    if isinstance(ended, WorkerTimeout):
        return CheckFailure(
            f"`{task}` was still running when its time was over.",
            hint="Look for a loop that never ends, or for work that is done again and again.",
            outcome="timeout",
        )
    if isinstance(ended, WorkerDied):
        return CheckFailure(
            f"`{task}` did not come back: {ended}.",
            hint="A function returns its result; it does not end the program or take all memory.",
            outcome="crashed",
        )
    return CheckFailure(
        f"`{task}` did not give a valid answer: {ended}.",
        hint="Return plain numbers, arrays, tuples, lists or dicts.",
        outcome="crashed",
    )


def _lines_of(program: Program) -> dict[tuple[str, int], str]:
    return {
        (cell.name, cell.first_line + i): line
        for cell in program.cells
        for i, line in enumerate(cell.source.split("\n"))
    }
