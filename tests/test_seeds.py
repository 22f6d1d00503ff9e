"""A right answer is never failed by luck: the solutions on many seeds, in both precisions, eager and jitted.

`JAX101_SEEDS=200 pytest tests/test_seeds.py` for the long run; one seed belongs to every run of the suite.
"""

from __future__ import annotations

import os
from contextlib import nullcontext

import jax
import pytest

from autograder.checking import Submission
from autograder.checking.local import load_program
from autograder.checking.run import run_checks
from autograder.model import Cell, Program, Unit
from tests.test_the_course import COURSE, EACH_UNIT, kit

SEEDS = int(os.environ.get("JAX101_SEEDS", "1"))
# What `jit` cannot be put around: functions and lists go in or come out, or a plot is drawn.
PLAIN = {"derivative", "value_aux_and_grad", "appended", "with_entry", "plot_fit", "as_float32", "one_hot", "train"}
JITTED = """
import functools

def jitted(function):
    fast = jax.jit(function)

    @functools.wraps(function)
    def call(*args, **kwargs):
        return fast(*args, **kwargs)

    return call

"""


def jitted(unit: Unit) -> Program:
    reference = kit(unit.id).reference()
    names = [task.id for task in unit.tasks if task.id not in PLAIN]
    code = JITTED + "".join(f"{name} = jitted({name})\n" for name in names)
    return Program(
        module="jitted", provided=reference.provided, cells=(*reference.cells, Cell(name="jitted", source=code))
    )


@pytest.mark.slow
@pytest.mark.parametrize("precision", ["float32", "float64"])
@pytest.mark.parametrize("form", ["eager", "jitted"])
@EACH_UNIT
def test_no_check_fails_a_solution_by_luck(unit: Unit, form: str, precision: str) -> None:
    program = jitted(unit) if form == "jitted" else kit(unit.id).reference()
    with jax.enable_x64(True) if precision == "float64" else nullcontext():
        submission = Submission(load_program(program, unit.limits))
        for seed in range(SEEDS):
            session = run_checks(kit(unit.id).files, lambda _: submission, f"{COURSE.salt} {seed}")
            failed = {name: found for name, found in session.findings.items() if found.outcome != "passed"}
            assert not failed, (seed, failed)
