"""Runs a student's cells in the worker: each on its own, so that one that fails does not take the others along."""

from __future__ import annotations
import __future__ as future_features

import ast
import linecache
import sys
import time
import types
from collections.abc import Iterable
from typing import Any

from autograder.sandbox.alarm import TimeLimit, alarm
from autograder.sandbox.observe import Capture, IsTheirs, describe
from autograder.sandbox.protocol import MAX_FAILED, CellSource, Error, FailedCell, Frame, Load, Loaded

_FEATURES = {name: getattr(future_features, name).compiler_flag for name in future_features.all_feature_names}


class Loader:
    """A fresh module and what it takes to fill it."""

    def __init__(self, request: Load, is_theirs: IsTheirs) -> None:
        self.request = request
        self.is_theirs = is_theirs
        self.module = types.ModuleType(request.module)
        self.space: dict[str, Any] = vars(self.module)
        self.provided: dict[str, Any] = {}
        self.stand_ins: dict[str, Any] = {}
        self.failed: list[FailedCell] = []
        self._stand_in_space: dict[str, Any] = {}
        self._deadline = 0.0

    def load(self, output: Capture) -> Loaded:
        """Run everything; afterwards the module is importable under its name, as a real one is."""
        sys.modules[self.request.module] = self.module
        self._prepare()
        self._deadline = time.monotonic() + self.request.seconds
        with output.redirected():
            for cell in self.request.cells:
                self._run_student_cell(cell)
        self._restore()
        keep = self.request.keep
        if keep and keep in self.space:
            self._stand_in_space[keep] = self.space[keep]
        names = tuple(name for name in self.space if not name.startswith("_"))
        return Loaded(self.request.nonce, names[:1000], tuple(self.failed), output.text())

    def _prepare(self) -> None:
        before = set(self.space)
        for cell in self.request.provided:
            self._run_own(cell, self.space)
        self.provided = {name: value for name, value in self.space.items() if name not in before}
        if self.request.stand_ins:
            # The reference's functions live in a module of their own and call each other there, except for the
            # one task that is judged: that one they take from the student.
            self._stand_in_space = {"__name__": self.request.module}
            for cell in (*self.request.provided, *self.request.stand_ins):
                self._run_own(cell, self._stand_in_space)
            self._stand_in_space.pop(self.request.keep, None)
            self.stand_ins = {name: self._stand_in_space[name] for name in self.request.stand_in_names}
            self.space.update(self.stand_ins)

    def _run_own(self, cell: CellSource, space: dict[str, Any]) -> None:
        exec(compile(cell.source, cell.name, "exec"), space)

    def _run_student_cell(self, cell: CellSource) -> None:
        if f"{cell.name}:{cell.first_line}" in self.request.skip:
            return
        # So that `inspect.getsource` finds it.
        before = linecache.getlines(cell.name)[: cell.first_line - 1]
        lines = before + ["\n"] * (cell.first_line - 1 - len(before)) + cell.source.splitlines(keepends=True)
        linecache.cache[cell.name] = (sum(map(len, lines)), None, lines, cell.name)
        try:
            statements = _parse(cell)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            self._fail(cell, describe(error, self.is_theirs))
            return
        flags = 0
        try:
            with alarm(self._seconds_for_a_cell()):
                for statement in statements:
                    flags |= _features(statement)
                    self._run_statement(statement, cell, flags)
        except TimeLimit as stop:
            self._fail(cell, describe(stop, self.is_theirs), timed_out=True)

    def _seconds_for_a_cell(self) -> float:
        # One cell that hangs shall not use up what the others need.
        left = self._deadline - time.monotonic()
        return max(0.01, min(left, self.request.seconds / 3))

    def _run_statement(self, statement: ast.stmt, cell: CellSource, flags: int) -> None:
        # One statement at a time: a failing demo line leaves the functions around it in place, and a name that is
        # not the student's to define is put back before the next line can use it.
        try:
            code = compile(ast.Module([statement], []), cell.name, "exec", flags=flags, dont_inherit=True)
            exec(code, self.space)
        except TimeLimit:
            raise
        except BaseException as error:  # noqa: BLE001  SystemExit and KeyboardInterrupt are the student's too
            self._fail(cell, describe(error, self.is_theirs))
        self._restore()

    def _restore(self) -> None:
        for name, value in self.provided.items():
            if not self._names_another_module(name, value):
                self.space[name] = value
        self.space.update(self.stand_ins)

    def _names_another_module(self, name: str, value: object) -> bool:
        """`import jax.numpy as np`, as many tutorials have it: from there on their code means that module by `np`."""
        return isinstance(value, types.ModuleType) and isinstance(self.space.get(name), types.ModuleType)

    def _fail(self, cell: CellSource, error: Error, timed_out: bool = False) -> None:
        if not error.frames:
            error = Error(error.type, error.message, (Frame(cell.name, cell.first_line, ""),))
        if len(self.failed) < MAX_FAILED:
            self.failed.append(FailedCell(cell.name, error, timed_out))


def _parse(cell: CellSource) -> Iterable[ast.stmt]:
    padding = "\n" * (cell.first_line - 1)  # so that line numbers are the file's
    return ast.parse(padding + cell.source, cell.name).body


def _features(statement: ast.stmt) -> int:
    if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
        return sum(_FEATURES.get(alias.name, 0) for alias in statement.names)
    return 0
