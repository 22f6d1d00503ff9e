"""jax101: a first course in JAX.  A notebook needs two names: `from autograder import check, hint`."""

from __future__ import annotations

import os
import sys
from typing import Any

__version__ = "0.1.0"
__all__ = ["check", "hint"]


def check(task: str | None = None) -> Any:
    """Run the public checks of a task (of the whole unit without a name) and show what they saw."""
    from autograder.student.notebook import check as run

    return run(task)


def hint(task: str) -> Any:
    """Show the next hint of a task; each call goes one step further."""
    from autograder.student.notebook import hint as show

    return show(task)


if os.environ.get("NBGRADER_EXECUTION") == "autograde" and "ipykernel" in sys.modules:
    # A kernel of nbgrader's own, before any cell of a student's: see `plain`.
    from autograder.student.plain import keep

    keep(check)
