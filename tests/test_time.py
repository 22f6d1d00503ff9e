"""There is time for what the pages invite to: a thousand steps of training, one after the other, without `jit`."""

from __future__ import annotations

import hashlib

import msgspec
import numpy as np
import pytest

from autograder.checking import Submission
from autograder.checking.local import load_program
from autograder.grading import Job, grade
from autograder.kit import environment
from autograder.model import Cell, Report
from autograder.model import Submission as HandedIn
from autograder.sandbox.client import Zygote
from autograder.sandbox.tiers import best_tier
from tests.mutants.corpus import COMPILED
from tests.test_the_course import COURSE, UNITS, kit

UNIT = UNITS["05_train"]
STEPS = 1000
EAGER = """
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    return theta, jnp.array(losses)
"""
# As the page does it, with as many steps as `train` takes unless it is told otherwise.
TRIED_OUT = f"""
xs, ys = make_data(seed=0, n=100)
theta, losses = train(jnp.array([0.0, 0.0]), xs, ys, steps={STEPS})
assert losses.shape == ({STEPS},)
finished = True
"""


def graded(sources: list[str]) -> Report:
    content = "\n\n".join(sources).encode()
    handed = HandedIn(
        student="ada", unit=UNIT.id, file="train.py", content=content, sha256=hashlib.sha256(content).hexdigest()
    )
    COMPILED.mkdir(parents=True, exist_ok=True)
    with Zygote(best_tier(), cache_dir=COMPILED) as zygote:
        job = Job(COURSE, kit(UNIT.id), handed, environment(kit(UNIT.id), "cpu", zygote.tier.value))
        return grade(job, lambda: zygote)


def answers() -> dict[str, str]:
    return {cell.task: cell.source for cell in kit(UNIT.id).page.cells if cell.role == "task" and cell.task}


def test_a_call_of_train_has_a_minute() -> None:
    assert UNIT.task("train").limits.call_seconds >= 60


@pytest.mark.slow
def test_a_thousand_eager_steps_on_the_way_cost_no_point() -> None:
    """The whole file is one cell: what takes its time in the middle must not take along what stands below."""
    mine = answers() | {"train": EAGER + TRIED_OUT}
    # Only where all the steps were taken does the last function work.
    mine["plot_fit"] = mine["plot_fit"].replace('"""\n', '"""\n    assert finished\n', 1).replace("\n\n\n", "\n")
    report = graded([source for task, source in mine.items() if task != "plot_fit"] + [mine["plot_fit"]])
    assert report.score == report.max_score, [check for task in report.tasks for check in task.checks if check.message]


@pytest.mark.slow
def test_a_thousand_eager_steps_in_one_call_are_taken() -> None:
    page = kit(UNIT.id).reference()
    program = msgspec.structs.replace(page, cells=(*page.cells, Cell(name="eager", source=EAGER)))
    train = Submission(load_program(program, UNIT.task("train").limits)).train
    _, losses = train(np.array([0.0, 0.0]), np.array([0.0, 1.0, 2.0]), np.array([-1.0, 2.0, 5.0]), STEPS)
    assert losses.shape == (STEPS,)
