"""Points: shared out so that they add up, kept when nothing happened, given only for what passed."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import CourseError, Infrastructure
from autograder.model import CheckResult, CheckSpec, Limits, Task, TaskResult, Unit
from autograder.scoring import add, fold, shares, total


def a_task(points: float = 3.0, name: str = "set_first") -> Task:
    return Task(id=name, title=name, points=points, hints=(), limits=Limits())


def a_unit(*tasks: Task) -> Unit:
    return Unit(id="04_pure", title="no side effects", notebook="pure", tasks=tasks or (a_task(),), limits=Limits())


def a_spec(check: str, points: float = 1.0, *, task: str = "set_first", hidden: bool = False) -> CheckSpec:
    return CheckSpec(check=check, task=task, title=check.replace("_", " "), points=points, hidden=hidden)


def a_result(check: str, outcome: Any = "passed", **seen: Any) -> CheckResult:
    return CheckResult(check=check, title="?", hidden=False, outcome=outcome, max_points=99.0, **seen)


def written(points: float) -> Fraction:
    """The decimal number a float shows itself as."""
    return Fraction(repr(points))


# --------------------------------------------------------------------------- what is there


def test_every_check_of_the_unit_is_there_even_if_nothing_ran() -> None:
    unit = a_unit(a_task(), a_task(2.0, "scale_row"))
    tasks = fold(unit, [a_spec("a"), a_spec("b", task="scale_row"), a_spec("c")], {})
    assert [[check.check for check in task.checks] for task in tasks] == [["a", "c"], ["b"]]
    assert {check.outcome for task in tasks for check in task.checks} == {"not_run"}
    assert total(tasks) == (0.0, 5.0)


def test_tasks_stand_in_the_order_of_the_course() -> None:
    unit = a_unit(a_task(name="zebra"), a_task(name="ant"))
    tasks = fold(unit, [a_spec("a", task="ant"), a_spec("z", task="zebra")], {})
    assert [task.task for task in tasks] == ["zebra", "ant"]


def test_checks_stand_in_declared_order_with_public_ones_first() -> None:
    specs = [a_spec("h2", hidden=True), a_spec("p2"), a_spec("h1", hidden=True), a_spec("p1")]
    (task,) = fold(a_unit(), specs, {})
    assert [check.check for check in task.checks] == ["p2", "p1", "h2", "h1"]


def test_a_task_without_checks_can_give_nothing() -> None:
    (task,) = fold(a_unit(a_task(2.5)), [], {})
    assert task == TaskResult(task="set_first", score=0.0, max_score=2.5, checks=())


# --------------------------------------------------------------------------- what gives points


@pytest.mark.parametrize("outcome", ["failed", "timeout", "crashed", "not_run"])
def test_only_a_passed_check_gives_points(outcome: str) -> None:
    (task,) = fold(a_unit(), [a_spec("a", 2), a_spec("b", 1)], {"a": a_result("a"), "b": a_result("b", outcome)})
    assert [check.points for check in task.checks] == [2.0, 0.0]
    assert (task.score, task.max_score) == (2.0, 3.0)


def test_title_points_and_hiddenness_come_from_the_spec_and_never_from_the_result() -> None:
    boast = CheckResult(check="a", title="boast", hidden=False, outcome="passed", points=50.0, max_points=99.0)
    (task,) = fold(a_unit(), [a_spec("a", hidden=True)], {"a": boast})
    (check,) = task.checks
    assert (check.title, check.hidden, check.points, check.max_points) == ("a", True, 3.0, 3.0)


def test_what_was_seen_comes_from_the_result() -> None:
    seen = a_result("a", "failed", message="saw 3", hint="try 4", misconception="sign", line=12)
    (task,) = fold(a_unit(), [a_spec("a")], {"a": seen})
    (check,) = task.checks
    assert (check.message, check.hint, check.misconception, check.line) == ("saw 3", "try 4", "sign", 12)


# --------------------------------------------------------------------------- how points are shared


@pytest.mark.parametrize(
    ("points", "weights", "expected"),
    [
        (3.0, (1.5, 0.5, 1.0), (1.5, 0.5, 1.0)),  # they add up: used as they stand
        (1.0, (0.1, 0.2, 0.7), (0.1, 0.2, 0.7)),  # so do these, though 0.1 + 0.2 is not 0.3 in binary
        (3.0, (1, 1), (1.5, 1.5)),
        (2.2, (1, 1), (1.1, 1.1)),
        (4.0, (1, 2, 1, 1), (0.8, 1.6, 0.8, 0.8)),
        (1.0, (1, 1, 1), (0.3334, 0.3333, 0.3333)),  # the first gets what is left over
        (1.0, (1, 4, 4), (0.1111, 0.4445, 0.4444)),  # of those that rounding would take most from
        (4.0, (0, 1, 0), (0.0, 4.0, 0.0)),
        (0.0, (1, 1), (0.0, 0.0)),
        (2.0, (), ()),
    ],
)
def test_points_are_shared_in_proportion(
    points: float, weights: tuple[float, ...], expected: tuple[float, ...]
) -> None:
    assert shares(a_task(points), weights) == expected


decimals = st.integers(0, 10**8).map(lambda n: n / 10_000)
weights = st.lists(st.floats(0.001, 1000) | st.integers(1, 9).map(float), min_size=1, max_size=12)


@given(decimals, weights)
def test_shares_add_up_to_the_task_to_the_last_decimal(points: float, weights: list[float]) -> None:
    given = shares(a_task(points), weights)
    assert sum(map(written, given)) == written(points)
    assert add(given) == points


@given(decimals, weights)
def test_no_share_is_further_than_rounding_from_its_fair_one(points: float, weights: list[float]) -> None:
    whole = math.fsum(weights)
    for share, weight in zip(shares(a_task(points), weights), weights, strict=True):
        assert share == pytest.approx(points * weight / whole, abs=1.001 / 10_000)


@given(st.lists(decimals, min_size=1, max_size=8), st.data())
def test_full_marks_are_full_marks_and_every_sum_is_exact(points: list[float], data: st.DataObject) -> None:
    unit = a_unit(*(a_task(each, f"task{index}") for index, each in enumerate(points)))
    specs = [
        a_spec(f"{task.id}_{index}", weight, task=task.id, hidden=data.draw(st.booleans()))
        for task in unit.tasks
        for index, weight in enumerate(data.draw(weights))
    ]
    everything = fold(unit, specs, {spec.check: a_result(spec.check) for spec in specs})
    assert total(everything)[0] == total(everything)[1] == float(sum(map(written, points)))

    some = [spec.check for spec in specs if data.draw(st.booleans())]
    tasks = fold(unit, specs, {name: a_result(name) for name in some})
    for task in tasks:
        assert written(task.score) == sum(written(check.points) for check in task.checks)
    assert written(total(tasks)[0]) == sum(written(task.score) for task in tasks)


def test_sums_are_what_a_person_would_write() -> None:
    assert add([0.1, 0.2]) == 0.3
    assert add([]) == 0.0


# --------------------------------------------------------------------------- what cannot be scored


@pytest.mark.parametrize("points", [-1.0, math.nan, math.inf, 0.33333, 1 / 3])
def test_points_that_cannot_be_shared_exactly_are_a_mistake_in_the_course(points: float) -> None:
    with pytest.raises(CourseError, match=r"set_first: points: expected a number from 0 up with at most four decimals"):
        fold(a_unit(a_task(points)), [a_spec("a")], {})


@pytest.mark.parametrize("points", [-1.0, math.nan, math.inf])
def test_a_check_whose_points_are_no_share_is_a_mistake_in_the_course(points: float) -> None:
    with pytest.raises(CourseError, match="the check a has"):
        fold(a_unit(), [a_spec("a", points)], {})


def test_checks_that_give_nothing_for_a_task_with_points_are_a_mistake_in_the_course() -> None:
    with pytest.raises(CourseError, match="all of its checks have 0"):
        fold(a_unit(), [a_spec("a", 0), a_spec("b", 0)], {})


def test_two_checks_of_one_name_are_refused_because_one_would_answer_for_the_other() -> None:
    with pytest.raises(CourseError, match="more than one check, public or hidden, is called a"):
        fold(a_unit(), [a_spec("a"), a_spec("a", hidden=True)], {})


def test_a_check_of_no_task_is_a_mistake_in_the_course() -> None:
    with pytest.raises(CourseError, match="'nope', which is no task"):
        fold(a_unit(), [a_spec("a", task="nope")], {})


def test_a_result_of_a_check_that_is_not_there_is_our_own_mistake() -> None:
    with pytest.raises(Infrastructure, match="checks it does not have: b"):
        fold(a_unit(), [a_spec("a")], {"b": a_result("b")})
