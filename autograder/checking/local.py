"""Checks in this very process: a student's notebook or terminal, and this repository's own tests on its solutions.

The same observer as behind the wall, the same messages, and no wall: only ever for code of one's own.
"""

from __future__ import annotations

import contextlib
import copy
import inspect
import itertools
import linecache
import sys
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from autograder.checking.diagnosis import Absence
from autograder.checking.loading import absence, to_source
from autograder.checking.reading import Code
from autograder.checking.submission import Callee
from autograder.model import Limits, Program
from autograder.sandbox.changes import ChangedArgument
from autograder.sandbox.load import Loader
from autograder.sandbox.observe import Capture, IsTheirs, Observer
from autograder.sandbox.protocol import Call, FailedCell, Load, Missing, Raised, Returned


class LocalCaller:
    """A `Caller` on a namespace of this process."""

    epoch = 0
    plain_calls = 0  # not counted: there is no evaluator to tell from

    def __init__(
        self,
        space: dict[str, Any],
        is_theirs: IsTheirs,
        limits: Limits,
        *,
        ignored: frozenset[str] = frozenset(),
        failed: tuple[FailedCell, ...] = (),
        label: Callable[[str], str] = str,
    ) -> None:
        self._observer = Observer(space, is_theirs, ignored, limits.output_kb * 1024, label)
        self._limits = limits
        self._failed = failed
        self._nonces = itertools.count(1)

    def with_limits(self, limits: Limits) -> LocalCaller:
        """The same functions under the limits of one task."""
        other = copy.copy(self)
        other._limits = limits
        return other

    def call(self, function: Callee, args: Any, kwargs: Any, watch: bool) -> Returned | Raised | Missing:
        """Make the call here and now; an alarm ends it where the platform has one."""
        return self._observer.call(Call(next(self._nonces), function, args, kwargs, self._limits.call_seconds, watch))

    def changed_arguments(self) -> tuple[ChangedArgument, ...]:
        """As this process sees them."""
        return self._observer.changed_arguments

    def line_of_code(self, cell: str, line: int) -> str:
        """The student's own line, out of Python's line cache."""
        return linecache.getline(self._observer.file_of(cell), line).strip()

    def why_missing(self, name: str) -> Absence:
        """The cell that failed, when one did."""
        return absence(name, self._failed, {})

    def code_of(self, name: str) -> Code | None:
        """A function as it was written, out of Python's line cache."""
        space = self._observer.space
        try:
            lines, first_line = inspect.getsourcelines(inspect.unwrap(space[name]))
        except Exception:  # noqa: BLE001  no source, or an object that raises whatever it is asked
            return None
        data = frozenset(key for key, value in space.items() if not callable(value) and not inspect.ismodule(value))
        return Code(textwrap.dedent("".join(lines)), max(first_line, 1), data)


def load_program(program: Program, limits: Limits) -> LocalCaller:
    """Run a program's cells in a fresh module of this process."""
    cells = tuple(to_source(cell) for cell in program.cells)
    provided = tuple(to_source(cell) for cell in program.provided)
    names = frozenset(cell.name for cell in cells)
    loader = Loader(Load(0, program.module, provided, cells, seconds=limits.load_seconds), names.__contains__)
    with _quiet_notebook_commands(), _module_restored(program.module):
        loaded = loader.load(Capture(limits.output_kb * 1024))
    return LocalCaller(
        loader.space, names.__contains__, limits, ignored=frozenset(loader.provided), failed=loaded.failed
    )


@contextlib.contextmanager
def _quiet_notebook_commands() -> Iterator[None]:
    """While a page is loaded, its own `check(…)` and `hint(…)` do nothing."""
    import autograder

    module: Any = autograder
    before = module.check, module.hint
    module.check = module.hint = lambda *_args, **_kwargs: None
    try:
        yield
    finally:
        module.check, module.hint = before


@contextlib.contextmanager
def _module_restored(name: str) -> Iterator[None]:
    before = sys.modules.get(name)
    try:
        yield
    finally:
        if before is None:
            sys.modules.pop(name, None)
        else:
            sys.modules[name] = before
