"""A submission made of a text, in this very process, and what `assert_pure` says of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.checking import CheckFailure, Submission, assert_pure
from autograder.checking.local import load_program
from autograder.model import Cell, Limits, Program

IMPORTS = "import functools, random\nimport jax, jax.numpy as jnp, numpy as np\n"

Write = Callable[[str], Submission]

X = np.array([1.0, -2.0, 3.0, 0.5])
PARAMS = {"w": np.array([1.0, 2.0]), "b": 0.5}


@pytest.fixture
def write() -> Write:
    """A submission of this code; line 1 is the code's first line."""

    def submission(code: str) -> Submission:
        program = Program(
            module="theirs", provided=(Cell(name="course", source=IMPORTS),), cells=(Cell(name="work.py", source=code),)
        )
        return Submission(load_program(program, Limits(call_seconds=3)))

    return submission


def impurity(submission: Submission, *args: Any, **options: Any) -> CheckFailure:
    """How `assert_pure` fails with its function `f`."""
    with pytest.raises(CheckFailure) as caught:
        assert_pure(submission.f, *args, **options)
    return caught.value
