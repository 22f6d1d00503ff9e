"""`@task`: which task a check belongs to, what share of its points, and how a student reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

Check = TypeVar("Check", bound=Callable[..., object])
ATTRIBUTE = "__jax101_check__"


class Declaration(NamedTuple):
    task: str
    points: float
    title: str


def task(task_id: str, *, points: float, title: str) -> Callable[[Check], Check]:
    """Declare a check.  `points` is its share of the task's: shares 2 and 1 of a 6-point task are worth 4 and 2."""
    if not points >= 0:
        raise ValueError(f"points of a check of {task_id} must be 0 or more, not {points}")

    def declare(check: Check) -> Check:
        setattr(check, ATTRIBUTE, Declaration(task_id, float(points), title))
        return check

    return declare
