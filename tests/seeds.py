"""`make seeds`: every check on many seeds, with right answers: eager and jitted, in float32 and in float64.

python -m tests.seeds [SEEDS [PART …]]      a PART is a unit, a form or a precision; without one, all are run

A check is called as the function it is, in a process that stays warm: a session of pytest for each seed would take
hours.  A check's random numbers are those of a session with the same seed.
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import jax
import matplotlib.pyplot as plt

from autograder.batch import cores
from autograder.checking import Submission
from autograder.checking.declare import ATTRIBUTE
from autograder.checking.local import load_program
from autograder.checking.run import finding_of, seeded
from autograder.model import Cell, Limits, Program, Unit
from autograder.sandbox import observe
from tests.test_the_course import COURSE, ROOT, UNITS, kit

Check = Callable[..., object]
_PATIENT = Limits(call_seconds=3600)  # how busy the machine is, is no question here
FORMS = ("eager", "jitted")
PRECISIONS = ("float32", "float64")

# What `jit` cannot be put around: functions and lists go in or come out, or a plot is drawn.
# A loop of twenty steps takes long to compile, and what it calls is compiled in either form.
PLAIN = {"derivative", "value_aux_and_grad", "appended", "plot_fit", "as_float32", "train"}
STATIC = {"one_hot": ["num_classes"], "with_entry": ["layer", "name"]}
JITTED = """
import functools

def jitted(function, static):
    fast = jax.jit(function, static_argnames=static)

    @functools.wraps(function)
    def call(*args, **kwargs):
        return fast(*args, **kwargs)

    return call

"""


class Luck(NamedTuple):
    """A check that a right answer did not pass."""

    seed: int
    check: str
    message: str


def unlucky(unit: Unit, form: str, precision: str, seeds: Sequence[int]) -> Iterator[Luck]:
    """What fails the course's own answers, or never asks them."""
    with jax.enable_x64(True) if precision == "float64" else nullcontext(), _traces_kept():
        submission = Submission(load_program(program(unit, form), _PATIENT))
        for seed in seeds:
            for name, check in checks(unit.id):
                said = _run(check, submission, f"{COURSE.salt} {seed}", name)
                if said:
                    yield Luck(seed, name, said)
            plt.close("all")


@contextmanager
def _traces_kept() -> Iterator[None]:
    """Let JAX keep what it traced and compiled: side effects need a fresh trace to be seen, numbers do not."""
    forget = observe.forget_traces
    observe.forget_traces = lambda _function, _space: None
    try:
        yield
    finally:
        observe.forget_traces = forget


def _run(check: Check, submission: Submission, seed: str, name: str) -> str:
    """What the check says against the submission; empty where it passes."""
    fixtures = {"submission": submission, "rng": seeded(seed, name)}
    before = submission.answers
    try:
        # Whatever it raises would cost a student points.
        check(**{wanted: fixtures[wanted] for wanted in check.__code__.co_varnames[: check.__code__.co_argcount]})
    except Exception as error:
        return finding_of(error).message
    return "" if submission.answers > before else "The check never got an answer."


def program(unit: Unit, form: str) -> Program:
    """The course's answers, as they are or with `jax.jit` around each that bears it."""
    reference = kit(unit.id).reference()
    if form == "eager":
        return reference
    names = [task.id for task in unit.tasks if task.id not in PLAIN]
    code = JITTED + "".join(f"{name} = jitted({name}, {STATIC.get(name, [])})\n" for name in names)
    return Program(
        module="jitted", provided=reference.provided, cells=(*reference.cells, Cell(name="jitted", source=code))
    )


@cache
def checks(unit_id: str) -> tuple[tuple[str, Check], ...]:
    """A unit's checks, public and hidden, by the names that a report gives them."""
    modules = [_load(file.path) for file in kit(unit_id).files]
    return tuple(
        (name.removeprefix("test_"), value)
        for module in modules
        for name, value in vars(module).items()
        if name.startswith("test_") and hasattr(value, ATTRIBUTE)
    )


def _load(path: Path) -> ModuleType:
    name = "_".join(path.relative_to(ROOT).with_suffix("").parts)
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --------------------------------------------------------------------------- by hand


def main(arguments: Sequence[str]) -> int:
    """Run all of it in as many processes as there are cores; how many checks failed by luck."""
    seeds = int(arguments[0]) if arguments else 200
    started = time.monotonic()
    # The longest first, so that no core waits for the last one.
    parts = [(unit.id, form, kind, seeds) for unit in COURSE.units[::-1] for form in FORMS for kind in PRECISIONS]
    parts = [part for part in parts if {*arguments[1:]} <= {*part[:3]}]
    failures = 0
    with multiprocessing.get_context("spawn").Pool(cores(), _start) as pool:
        for unit, form, precision, count, lucks, seconds in pool.imap_unordered(_part, parts):
            failures += len(lucks)
            done = f"{unit} {form} {precision}: {count} checks × {seeds} seeds, {len(lucks)} failed"
            print(f"{done}, {seconds:.0f} s", flush=True)
            for luck in lucks:
                print(f"  seed {luck.seed}: {luck.check}: {luck.message}", flush=True)
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"Python {version}, JAX {jax.__version__}: {failures} failed, {time.monotonic() - started:.0f} s")
    return failures


def _start() -> None:
    # What one process compiled, the others have.
    jax.config.update("jax_compilation_cache_dir", str(ROOT / "build" / "seeds"))
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0)


def _part(part: tuple[str, str, str, int]) -> tuple[str, str, str, int, list[Luck], float]:
    unit, form, precision, seeds = part
    started = time.process_time()
    lucks = list(unlucky(UNITS[unit], form, precision, range(seeds)))
    return unit, form, precision, len(checks(unit)), lucks, time.process_time() - started


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
