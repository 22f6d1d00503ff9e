"""What a check's author imports.  A check is a pytest test that reads like the sentence it proves:

@task("grad_both", points=2, title="gradients of both arguments")
def test_grad_both_on_ordinary_data(submission, rng):
    x, y = rng.normal(size=5), rng.normal(size=5)
    assert_close(submission.grad_both(x, y), (2 * (x - y), -2 * (x - y)),
                 confusions={"argnums-default": 2 * (x - y)})
"""

from __future__ import annotations

from typing import NoReturn

from autograder.checking import misconceptions
from autograder.checking.compare import assert_close, is_close
from autograder.checking.declare import task
from autograder.checking.exhibits import Line, beside_curve, beside_plot, shown
from autograder.checking.failure import CheckFailure
from autograder.checking.purity import assert_pure
from autograder.checking.structure import unpack
from autograder.checking.submission import Function, Submission
from autograder.checking.values import SeenArray, SeenAxes, as_jax, describe, source

__all__ = [
    "CheckFailure",
    "Function",
    "Line",
    "SeenArray",
    "SeenAxes",
    "Submission",
    "as_jax",
    "assert_close",
    "assert_pure",
    "beside_curve",
    "beside_plot",
    "describe",
    "fail",
    "is_close",
    "shown",
    "source",
    "task",
    "unpack",
]


def fail(message: str, *, misconception: str | None = None, hint: str = "") -> NoReturn:
    """Fail the check with a sentence of your own; a known `misconception` adds what it says and its hint."""
    says = misconceptions.says(misconception) if misconception else ""
    text = f"{says} {message}".strip()
    raise CheckFailure(
        text, hint=hint or (misconceptions.hint(misconception) if misconception else ""), misconception=misconception
    )
