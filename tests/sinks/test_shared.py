"""Points as people write them, and the first thing that went wrong."""

from __future__ import annotations

import msgspec
import pytest

from autograder.model import CheckResult, Report
from autograder.sinks.shared import anew, class_table, first_wrong, mark, of, points


@pytest.mark.parametrize(
    ("number", "text"), [(25.0, "25"), (22.5, "22.5"), (0.3333, "0.33"), (1.625, "1.63"), (0.0, "0"), (100.0, "100")]
)
def test_points_have_as_few_decimals_as_they_need(number: float, text: str) -> None:
    assert points(number) == text


def test_points_of_any_size_are_written() -> None:
    assert points(1e300).startswith("1000")
    assert mark(-1e300, 1.0).startswith("-1000")


@pytest.mark.parametrize(("score", "text"), [(25.0, "25"), (24.9999, "24.99"), (24.996, "24.99"), (24.99, "24.99")])
def test_only_full_marks_look_like_full_marks(score: float, text: str) -> None:
    assert mark(score, 25.0) == text


def test_no_score_is_a_dash_and_not_a_zero() -> None:
    assert of(None, 25.0) == "– / 25"
    assert of(0.0, 25.0) == "0 / 25"


def test_the_first_thing_that_went_wrong_is_on_one_line(
    perfect: Report, mixed: Report, ungradable: Report, broken: Report
) -> None:
    assert first_wrong(perfect) == ""
    assert first_wrong(mixed).startswith("04_pure set_first: TypeError: JAX arrays are immutable")
    assert first_wrong(ungradable) == "02_grad: grad.ipynb is not a notebook: it is a PNG image."
    assert first_wrong(broken) == "02_grad: The worker's zygote died; grade again."


def test_a_check_without_a_message_is_named_by_its_title(mixed: Report) -> None:
    appended = msgspec.structs.replace(mixed, tasks=mixed.tasks[-1:])  # its one lost check was not run
    assert first_wrong(appended) == "04_pure appended: leaves everything else alone"


def test_the_table_of_a_class_has_all_units_and_leaves_gaps(the_class: list[Report]) -> None:
    table = class_table(the_class)
    assert table.units == (("01_arrays", 20.0), ("02_grad", 25.0), ("04_pure", 25.0))
    assert table.max_score == 70.0
    rows = {row.student: row for row in table.rows}
    assert list(rows) == sorted(rows)
    assert (rows["ada"].score, rows["ada"].complete, rows["ada"].wrong) == (70.0, True, "")
    assert [report is None for report in rows["Zoë"].reports] == [False, False, True]
    assert (rows["kim"].score, rows["kim"].complete) == (0.0, False)


def test_what_is_no_unit_has_one_column_however_much_of_it_there_is(perfect: Report, ungradable: Report) -> None:
    strangers = [
        msgspec.structs.replace(ungradable, unit=f"x{number}", tasks=(), max_score=0.0) for number in range(100)
    ]
    table = class_table([perfect, *strangers])
    assert table.units == ((perfect.unit, perfect.max_score), ("no unit", 0.0))
    rows = {row.student: row for row in table.rows}
    assert rows[ungradable.student].reports == (None, strangers[0])
    assert rows[ungradable.student].wrong.startswith("x0: ")
    assert not rows[ungradable.student].complete


def a_check(outcome: str, message: str = "", hint: str = "") -> CheckResult:
    return CheckResult(check="a", title="a", hidden=False, outcome=outcome, max_points=1.0, message=message, hint=hint)  # type: ignore[arg-type]


def test_the_same_advice_is_given_once() -> None:
    checks = [a_check("failed", "m", "h"), a_check("passed"), a_check("failed", "m", "h"), a_check("failed", "m", "x")]
    assert [new for _, new in anew(checks)] == [True, True, False, True]


def test_silence_is_not_the_same_advice() -> None:
    assert all(new for _, new in anew([a_check("passed"), a_check("not_run"), a_check("not_run")]))
