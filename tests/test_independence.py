"""One wrong function costs its own points and no others', in the course as it is, with answers that call each other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from autograder.grading import Job, grade
from autograder.kit import environment
from autograder.model import Report, Submission
from autograder.sandbox.client import Zygote
from tests.mutants import corpus
from tests.test_the_course import COURSE, UNITS, kit

# Answers that lean on their neighbours even where the course's own do not.
CHAINED = {
    "grad_second": "def grad_second(x, y):\n    return -grad_first(x, y)\n",
    "grad_both": "def grad_both(x, y):\n    return grad_first(x, y), grad_second(x, y)\n",
    "grad_with_metrics": """
def grad_with_metrics(params, x, y):
    loss, grads = loss_and_grad(params, x, y)
    predictions = x @ params["w"] + params["b"]
    worst = jnp.max(jnp.abs(predictions - y))
    return grads, {"loss": loss, "max_abs_error": worst, "predictions": predictions}
""",
    "loss_grad_and_residuals": """
def loss_grad_and_residuals(x, y):
    value, aux, gradient = value_aux_and_grad(lambda x: squared_error_with_residuals(x, y), x)
    return (value, aux), gradient
""",
    "train": """
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    return theta, jnp.array(losses)
""",
    "update_params": """
def update_params(params, x, y, lr=0.1):
    w, b = update(jnp.array([params["w"], params["b"]]), x, y, lr)
    return {"w": w, "b": b}
""",
}
# A task, and those that call it, at once or through another.
CALLED = {
    "grad_first": {"grad_second", "grad_both"},
    "grad_second": {"grad_both"},
    "loss_and_grad": {"grad_with_metrics"},
    "squared_error_with_residuals": {"grad_with_residuals", "loss_grad_and_residuals"},
    "value_aux_and_grad": {"loss_grad_and_residuals"},
    "model": {"loss_fn", "update", "train", "update_params", "plot_fit"},
    "loss_fn": {"update", "train", "update_params"},
    "update": {"train", "update_params"},
}
# What may stand in the place of a right answer; `right` is that answer.
WRONG = {
    "another value": """
def {name}(*args, **options):
    return jax.tree.map(lambda part: 3 * part + 1, right(*args, **options))
""",
    "nothing": "def {name}(*args, **options):\n    right(*args, **options)\n",
    "not attempted": "def {name}(*args, **options):\n    raise NotImplementedError()\n",
    "an exception": "def {name}(*args, **options):\n    return right(*args, **options) + undefined\n",
    "missing": "del {name}\n",
    "a number": "{name} = 3\n",
    "a changed argument": """
def {name}(*args, **options):
    for part in jax.tree.leaves(args):
        if isinstance(part, np.ndarray) and part.shape and part.dtype.kind == "f":
            part[...] = 0
    return right(*args, **options)
""",
    "what it remembers": """
seen = []
def {name}(*args, **options):
    seen.append(args)
    return jax.tree.map(lambda part: part + len(seen), right(*args, **options))
""",
    "the end of the program": "def {name}(*args, **options):\n    import os\n    os._exit(3)\n",
}
SOME = {("squared_error_with_residuals", "another value"), ("loss_fn", "not attempted"), ("model", "what it remembers")}
PAIRS = [
    pytest.param(task, kind, marks=[] if (task, kind) in SOME else pytest.mark.slow, id=f"{task} is {kind}")
    for task in CALLED
    for kind in WRONG
]


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with corpus.zygote() as one:
        yield one


def graded(unit_id: str, sources: dict[str, str], zygote: Zygote) -> Report:
    """A submission with these answers in place of the course's, as the grader sees it."""
    its = kit(unit_id)
    cells = [sources.get(cell.task, cell.source) for cell in its.page.cells if cell.role == "task" and cell.task]
    content = "\n\n# %%\n".join(cells).encode()
    digest = hashlib.sha256(content).hexdigest()
    handed = Submission(
        student="ada", unit=unit_id, file=f"{UNITS[unit_id].notebook}.py", content=content, sha256=digest
    )
    return grade(Job(COURSE, its, handed, environment(its, "cpu", zygote.tier.value)), lambda: zygote)


def losers(report: Report) -> set[str]:
    return {task.task for task in report.tasks if task.score < task.max_score}


@pytest.mark.parametrize("unit", ["02_grad", "03_aux", "05_train"])
def test_answers_that_lean_on_each_other_are_right(unit: str, zygote: Zygote) -> None:
    assert not losers(graded(unit, CHAINED, zygote))


@pytest.mark.parametrize(("task", "kind"), PAIRS)
def test_a_wrong_function_costs_only_its_own_points(task: str, kind: str, zygote: Zygote) -> None:
    unit = corpus.UNIT_OF[task].id
    right = CHAINED.get(task) or next(cell.source for cell in kit(unit).page.cells if cell.task == task)
    wrong = f"{right}\n\nright = {task}\n" + WRONG[kind].format(name=task)
    assert losers(graded(unit, {**CHAINED, task: wrong}, zygote)) == {task}


def test_every_pair_of_the_course_is_here() -> None:
    """Whoever makes one of the course's answers call another is reminded of a test for that."""
    for unit in COURSE.units:
        names = {task.id for task in unit.tasks}
        for cell in kit(unit.id).page.cells:
            if cell.role == "task":
                code = compile(cell.source, "task", "exec").co_consts
                used = {name for block in code if hasattr(block, "co_names") for name in _names(block)}
                for called in names & used - {cell.task}:
                    assert cell.task in CALLED.get(called, set()), f"{cell.task} calls {called}"


def _names(block: object) -> Iterator[str]:
    yield from getattr(block, "co_names", ())
    for inner in getattr(block, "co_consts", ()):
        if hasattr(inner, "co_names"):
            yield from _names(inner)
