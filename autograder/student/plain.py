"""`check` in a kernel of nbgrader's own: autograded without our grading step, so without the hidden checks.

nbgrader gives a cell that ends quietly its full points.  A failed `check` raises, which is worth 0; one that passed has
shown the public checks to pass and nothing else, so it returns what these are worth, which nbgrader takes as the score.
That is a fence and not a wall: the student's code runs in the same kernel.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from typing import Any

from autograder.student.session import TaskChecked

_CHECK_CELL = re.compile(r"""\s*check\(\s*["'](\w+)["']\s*\)\s*""")


def is_autograding() -> bool:
    """Whether nbgrader started this kernel to give points (and not to validate)."""
    return os.environ.get("NBGRADER_EXECUTION") == "autograde"


def worth(tasks: Sequence[TaskChecked]) -> float:
    """The points of the public checks of tasks that passed."""
    return float(sum(min(sum(checked.spec.points for checked in each.checks), each.task.points) for each in tasks))


def keep(check: Callable[..., object]) -> None:
    """In each cell that is a check and nothing else, `check` is ours, whatever the cells before called so."""
    shell: Any = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is None:
        return

    def put_back(info: Any) -> None:
        if _CHECK_CELL.fullmatch(info.raw_cell):
            shell.user_ns["check"] = check

    shell.events.register("pre_run_cell", put_back)
