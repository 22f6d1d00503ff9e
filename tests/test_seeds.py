"""A right answer is never failed by luck.  `make seeds` is the long run of the same."""

from __future__ import annotations

import pytest

from autograder.checking import Submission
from autograder.checking.local import load_program
from autograder.checking.run import run_checks
from autograder.model import Cell, Program, Unit
from tests import seeds
from tests.test_the_course import COURSE, EACH_UNIT, kit

SEEDS = 6


@pytest.mark.slow
@pytest.mark.parametrize("precision", seeds.PRECISIONS)
@pytest.mark.parametrize("form", seeds.FORMS)
@EACH_UNIT
def test_no_check_fails_a_right_answer_by_luck(unit: Unit, form: str, precision: str) -> None:
    assert not list(seeds.unlucky(unit, form, precision, range(SEEDS)))


@EACH_UNIT
def test_all_checks_of_a_session_take_part_with_the_same_numbers(unit: Unit) -> None:
    session = run_checks(kit(unit.id).files, None, "")
    assert {name for name, _ in seeds.checks(unit.id)} == {spec.check for spec in session.specs}


def test_what_a_session_says_of_a_wrong_answer_is_said_here(monkeypatch: pytest.MonkeyPatch) -> None:
    unit = COURSE.units[0]
    right = kit(unit.id).reference()
    slip = Cell(name="slip", source="def standardize(x):\n    return (x - jnp.median(x)) / jnp.std(x)\n")
    wrong = Program(module="wrong", provided=right.provided, cells=(*right.cells, slip))
    monkeypatch.setattr(seeds, "program", lambda _unit, _form: wrong)
    submission = Submission(load_program(wrong, unit.limits))
    session = run_checks(kit(unit.id).files, lambda _: submission, f"{COURSE.salt} 7")
    lost = {name: found.message for name, found in session.findings.items() if found.outcome != "passed"}
    here = {luck.check: luck.message for luck in seeds.unlucky(unit, "eager", "float32", [7])}
    assert here == lost
    assert "random_data_is_standardized" in here
