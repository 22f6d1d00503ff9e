"""Outcomes → points: pure arithmetic, in whole parts of a point, so that full marks are full marks to the last bit.

A check's `points` are its share of its task's points in `course.yml`.  Shares that already add up to the task's points
are used as they stand; any others are scaled, and what rounding leaves over goes to the largest remainders.  All sums
are sums of whole parts: 0.1 and 0.2 make 0.3.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import msgspec

from autograder.errors import CourseError, Infrastructure
from autograder.model import CheckResult, CheckSpec, Task, TaskResult, Unit

PARTS = 10_000  # of a point: enough that thirds look fair, few enough to be read


def fold(unit: Unit, specs: Sequence[CheckSpec], results: Mapping[str, CheckResult]) -> tuple[TaskResult, ...]:
    """Every task of the unit with every check of its own, whatever happened: one without a result is `not_run`.

    Tasks stand in the course's order, a task's checks in the order of `specs`, public ones first.  From a result only
    outcome, message, hint, misconception, line and device are taken; title, hidden and points are the course's own.

    Raises `CourseError` for checks that cannot be scored (a name twice, an unknown task, impossible points), and
    `Infrastructure` for a result of a check that is not the unit's.
    """
    _complain(unit, specs, results)
    return tuple(_task(unit, task, [spec for spec in specs if spec.task == task.id], results) for task in unit.tasks)


def total(tasks: Iterable[TaskResult]) -> tuple[float, float]:
    """Score and full marks of some tasks, e.g. of a report's."""
    tasks = tuple(tasks)
    return add(task.score for task in tasks), add(task.max_score for task in tasks)


def add(points: Iterable[float]) -> float:
    """The sum as a person would write it: 0.1 and 0.2 make 0.3."""
    return sum(_parts(each) for each in points) / PARTS


def shares(task: Task, weights: Sequence[float]) -> tuple[float, ...]:
    """The task's points, shared out in proportion to the weights: they add up to all of them, exactly.

    `CourseError` when the points have more than four decimals, or the weights are no weights.
    """
    whole = _parts_of(task)
    exact = [_written(weight) for weight in weights]
    total_weight = sum(exact)
    if not exact or whole == 0:
        return (0.0,) * len(exact)
    if total_weight == 0:
        raise CourseError(f"course.yml: {task.id} has points, but all of its checks have 0; give one of them points.")
    return tuple(parts / PARTS for parts in _largest_remainder([whole * each / total_weight for each in exact]))


# --------------------------------------------------------------------------- the steps


def _task(unit: Unit, task: Task, specs: Sequence[CheckSpec], results: Mapping[str, CheckResult]) -> TaskResult:
    specs = sorted(specs, key=lambda spec: spec.hidden)  # stable: the declared order otherwise
    points = shares(task, [spec.points for spec in specs])
    checks = tuple(_check(spec, each, results.get(spec.check)) for spec, each in zip(specs, points, strict=True))
    return TaskResult(
        task=task.id,
        score=add(check.points for check in checks),
        max_score=_parts_of(task) / PARTS,
        checks=checks,
    )


def _check(spec: CheckSpec, points: float, seen: CheckResult | None) -> CheckResult:
    blank = CheckResult(check=spec.check, title=spec.title, hidden=spec.hidden, max_points=points)
    if seen is None:
        return blank
    return msgspec.structs.replace(
        blank,
        outcome=seen.outcome,
        points=points if seen.outcome == "passed" else 0.0,
        message=seen.message,
        hint=seen.hint,
        misconception=seen.misconception,
        line=seen.line,
        picture=msgspec.UNSET if spec.hidden else seen.picture,
        device=seen.device,
    )


def _largest_remainder(fair: Sequence[Fraction]) -> list[int]:
    """Shares that sum to a whole number, made whole: rounded down, then one more for the largest remainders."""
    counts = [int(share) for share in fair]
    by_remainder = sorted(range(len(fair)), key=lambda index: counts[index] - fair[index])  # stable: first come
    for index in by_remainder[: int(sum(fair)) - sum(counts)]:
        counts[index] += 1
    return counts


def _written(points: float) -> Fraction:
    """The decimal number that was written, not its neighbour in binary.  `ValueError` for NaN and infinities."""
    return Fraction(repr(float(points)))


def _parts(points: float) -> int:
    return round(_written(points) * PARTS)


def _parts_of(task: Task) -> int:
    parts = _parts(task.points) if 0 <= task.points < float("inf") else -1  # NaN, too
    if parts < 0 or _written(task.points) * PARTS != parts:
        raise CourseError(f"course.yml: {task.id}: points: expected a number from 0 up with at most four decimals.")
    return parts


def _complain(unit: Unit, specs: Sequence[CheckSpec], results: Mapping[str, CheckResult]) -> None:
    tasks = {task.id for task in unit.tasks}
    for spec in specs:
        if spec.task not in tasks:
            raise CourseError(f"{unit.id}: the check {spec.check} is for {spec.task!r}, which is no task of this unit.")
        if not 0 <= spec.points < float("inf"):  # NaN, too
            raise CourseError(f"{unit.id}: the check {spec.check} has points {spec.points}: expected a number from 0.")
    names = Counter(spec.check for spec in specs)
    if twice := [name for name, times in names.items() if times > 1]:
        raise CourseError(f"{unit.id}: more than one check, public or hidden, is called {twice[0]}: rename one.")
    if strangers := results.keys() - names.keys():
        raise Infrastructure(f"{unit.id}: results of checks it does not have: {', '.join(sorted(strangers))}.")
