"""A submission made of a text, in this very process."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from autograder.checking import Submission
from autograder.checking.local import load_program
from autograder.model import Cell, Limits, Program

IMPORTS = "import functools, random\nimport jax, jax.numpy as jnp, numpy as np\n"

Write = Callable[[str], Submission]


@pytest.fixture
def write() -> Write:
    """A submission of this code; line 1 is the code's first line."""

    def submission(code: str) -> Submission:
        program = Program(
            module="theirs", provided=(Cell(name="course", source=IMPORTS),), cells=(Cell(name="work.py", source=code),)
        )
        return Submission(load_program(program, Limits(call_seconds=3)))

    return submission
