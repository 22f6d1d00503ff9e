"""What a hidden cell of plain nbgrader does: the same checks, with the same numbers, called directly.

No observer, no wall, no pytest: a function is called, its value is converted, the check compares.
"""

from __future__ import annotations

import importlib.util
import itertools
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from autograder.checking.declare import ATTRIBUTE
from autograder.checking.submission import Callee, Submission
from autograder.sandbox.marshal import Marshal
from autograder.sandbox.protocol import Missing, Named, Returned

ROOT = Path(__file__).resolve().parents[1]
Check = Callable[..., object]


class PlainCaller:
    """Calls what stands in a namespace, and tells of nothing but the value."""

    epoch = 0

    def __init__(self, space: dict[str, Any]) -> None:
        self._space = space
        self._marshal = Marshal(space)
        self._nonces = itertools.count(1)

    def call(self, function: Callee, args: Any, kwargs: Any, watch: bool) -> Returned | Missing:
        if isinstance(function, Named) and function.name not in self._space:
            return Missing(0)
        found = self._space[function.name] if isinstance(function, Named) else self._marshal.decode(function)
        given = [self._marshal.decode(arg) for arg in args]
        named = {name: self._marshal.decode(arg) for name, arg in kwargs.items()}
        return Returned(0, self._marshal.encode(self.made(found, given, named)), (), "")

    def made(self, function: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        """The call itself."""
        return function(*args, **kwargs)

    def line_of_code(self, cell: str, line: int) -> str:
        return ""

    def why_missing(self, name: str) -> Any:
        raise AssertionError(f"{name} is missing")

    def code_of(self, name: str) -> None:
        return None


def verify(unit: str, task: str, space: dict[str, Any]) -> None:
    """Every check of a task; the first that fails raises, as an `assert` in a hidden cell does."""
    submission = Submission(PlainCaller(space))
    for name, check in checks(unit, task):
        run(check, submission, numbers_for(name))


def checks(unit: str, task: str = "") -> Iterator[tuple[str, Check]]:
    """The checks of a task, or of all tasks, as functions."""
    for module in _modules(unit):
        for name, value in vars(module).items():
            declared = getattr(value, ATTRIBUTE, None)
            if name.startswith("test_") and declared is not None and task in ("", declared.task):
                yield name.removeprefix("test_"), value


def numbers_for(check: str) -> np.random.Generator:
    """The random numbers of a check: the same in every program that is measured."""
    return np.random.default_rng(zlib.crc32(check.encode()))


def run(check: Check, submission: Submission, rng: object) -> None:
    """Hand a check the fixtures that it names."""
    wanted = check.__code__.co_varnames[: check.__code__.co_argcount]
    check(**{name: {"submission": submission, "rng": rng}[name] for name in wanted})


@cache
def _modules(unit: str) -> tuple[ModuleType, ...]:
    files = [*sorted((ROOT / "solutions" / unit).glob("test_*.py")), *(ROOT / "tests/hidden" / unit).glob("test_*.py")]
    return tuple(_load(file, f"checks_{unit}_{number}") for number, file in enumerate(files))


def _load(file: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
