"""How far a run is, on standard error: a bar with an estimate on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import contextlib
import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from autograder.accelerator import Use
from autograder.batch import Options
from autograder.errors import OutputError
from autograder.model import Report
from autograder.sandbox.confine import Tier
from autograder.text import one_line

_EVERY = 10.0  # seconds between lines where there is no terminal


class StderrProgress:
    """A `batch.Progress` for people who wait."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False)
        self._bar: Progress | None = None
        self._task = TaskID(0)
        self._done = self._total = 0
        self.problems = 0
        self._started = self._said = time.monotonic()

    def __enter__(self) -> Self:
        if self._options.tier is Tier.NONE:
            self._say("WITHOUT A WALL: the students' code can do whatever you can. Every report says so.")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def begin(self, total: int, kept: int) -> None:
        """`total` submissions, `kept` of them with a report already."""
        self._total, self._started = total - kept, time.monotonic()
        have = f", {kept} {'has' if kept == 1 else 'have'} a report already" if kept else ""
        what = "1 submission" if total == 1 else f"{total} submissions"
        said = f"{what}{have}; sandbox tier: {self._options.tier.value}, slots: {self._options.jobs}"
        self._say(said)
        if sys.stderr.isatty() and self._total:
            names = TextColumn("{task.description}", markup=False)  # a student may be called [/]
            columns = (names, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=self._console, transient=True)
            self._bar.start()
            self._task = self._bar.add_task("grading", total=self._total)

    def rehearsing(self, units: int) -> None:
        """Something takes a while before the first report comes."""
        plural = "s" if units > 1 else ""
        self._say(f"Compiling JAX's operations for {units} unit{plural}, once for these versions …")

    def problem(self, error: OutputError) -> None:
        """A submission was left out because of what lies where its report goes."""
        self.problems += 1
        self._say(f"jax101: {error}")

    def computed(self, use: Use) -> None:
        """What an evaluator was asked for."""
        where = use.holds.kind if use.holds is not None else use.device
        self._say(f"{use.asked} calls were computed by an evaluator ({where}), with {use.different} different programs")

    def done(self, report: Report) -> None:
        """One more."""
        self._done += 1
        if self._bar is not None:
            self._bar.update(
                self._task, advance=1, description=f"{one_line(report.student)[:24]} {one_line(report.unit)[:24]}"
            )
        elif time.monotonic() - self._said >= _EVERY:
            self._said = time.monotonic()
            left = (self._said - self._started) / self._done * (self._total - self._done)
            self._say(f"{self._done} of {self._total} graded, about {left:.0f} s to go")

    def _say(self, text: str) -> None:
        with contextlib.suppress(OSError):  # a log on a full disk is no reason to stop a class
            self._console.print(text, soft_wrap=True)
