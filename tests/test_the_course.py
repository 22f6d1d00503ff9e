"""The course proves itself: stubs fail, solutions pass, every task has all it needs, nobody asks what no page says."""

from __future__ import annotations

import ast
import inspect
import re
from functools import cache
from pathlib import Path

import pytest

from autograder.checking import Submission
from autograder.checking.local import load_program
from autograder.checking.run import Session, run_checks
from autograder.course import load_course
from autograder.kit import Kit, kit_for
from autograder.model import Cell, CheckSpec, Program, Task, Unit
from autograder.pages import stub

ROOT = Path(__file__).parents[1]
COURSE = load_course(ROOT / "course.yml")
UNITS = {unit.id: unit for unit in COURSE.units}
TASKS = [(unit, task) for unit in COURSE.units for task in unit.tasks]
EACH_TASK = pytest.mark.parametrize(("unit", "task"), TASKS, ids=[task.id for _, task in TASKS])
EACH_UNIT = pytest.mark.parametrize("unit", COURSE.units, ids=list(UNITS))

# The contract, so that a slip of the keyboard in course.yml is seen.
POINTS = {"01_arrays": 20, "02_grad": 25, "03_aux": 20, "04_pure": 25, "05_train": 30}


@cache
def kit(unit_id: str) -> Kit:
    return kit_for(COURSE, UNITS[unit_id])


@cache
def specs(unit_id: str) -> tuple[CheckSpec, ...]:
    return run_checks(kit(unit_id).files, None, "").specs


def of_task(unit: Unit, task: Task) -> list[CheckSpec]:
    return [spec for spec in specs(unit.id) if spec.task == task.id]


def run(unit: Unit, program: Program, seed: str = "the course") -> Session:
    submission = Submission(load_program(program, unit.limits))
    return run_checks(kit(unit.id).files, lambda _: submission, seed)


def stubs(unit: Unit) -> Program:
    reference = kit(unit.id).reference()
    return Program(
        module="stubs",
        provided=reference.provided,
        cells=tuple(Cell(name=cell.name, source=stub(cell.source)) for cell in reference.cells),
    )


def test_the_course_has_thirty_tasks_and_the_points_of_its_contract() -> None:
    assert {unit.id: unit.points for unit in COURSE.units} == POINTS
    assert len(TASKS) == 30


@EACH_UNIT
def test_every_solution_gets_every_check(unit: Unit) -> None:
    session = run(unit, kit(unit.id).reference())
    lost = {name: found for name, found in session.findings.items() if found.outcome != "passed"}
    assert not lost
    assert len(session.findings) == len(session.specs)


@EACH_UNIT
def test_every_stub_fails_every_check_as_not_attempted_yet(unit: Unit) -> None:
    session = run(unit, stubs(unit))
    assert len(session.findings) == len(session.specs)
    for name, found in session.findings.items():
        assert found.outcome == "failed", name
        assert found.message.endswith("is not attempted yet."), (name, found.message)


@EACH_TASK
def test_a_task_has_three_hints_that_are_not_its_solution(unit: Unit, task: Task) -> None:
    assert len(task.hints) >= 3
    assert task.title
    cell = next(cell for cell in kit(unit.id).page.cells if cell.role == "task" and cell.task == task.id)
    solution = re.search(r"### BEGIN SOLUTION\n(.*?)\n\s*### END SOLUTION", cell.source, re.S)
    assert solution is not None
    squeezed = [re.sub(r"\s", "", line) for line in solution.group(1).splitlines()]
    for hint in task.hints:
        assert not any(len(line) > 12 and line in re.sub(r"[\s`]", "", hint) for line in squeezed), hint


@EACH_TASK
def test_a_task_has_public_and_hidden_checks_and_one_of_purity(unit: Unit, task: Task) -> None:
    mine = of_task(unit, task)
    assert {spec.hidden for spec in mine} == {False, True}
    assert any("assert_pure(" in _source_of(unit, spec) for spec in mine)


@EACH_TASK
def test_the_shares_of_a_task_are_its_points(unit: Unit, task: Task) -> None:
    mine = of_task(unit, task)
    assert sum(spec.points for spec in mine) == task.points
    assert all((spec.points * 4).is_integer() for spec in mine)


@EACH_UNIT
def test_a_check_has_a_title_a_student_can_read(unit: Unit) -> None:
    for spec in specs(unit.id):
        assert spec.title
        assert spec.title[0].islower() or not spec.title[0].isalpha() or spec.title[0].isupper()
        assert "\n" not in spec.title
    assert all(spec.task in {task.id for task in unit.tasks} for spec in specs(unit.id))


@EACH_TASK
def test_signatures_in_exercises_and_solutions_are_equal(unit: Unit, task: Task) -> None:
    import json

    exercise = json.loads((ROOT / "exercises" / unit.id / f"{unit.notebook}.ipynb").read_text(encoding="utf-8"))
    cells = ["".join(cell["source"]) for cell in exercise["cells"] if cell["cell_type"] == "code"]
    theirs = next(source for source in cells if f"def {task.id}(" in source)
    ours = next(cell.source for cell in kit(unit.id).page.cells if cell.role == "task" and cell.task == task.id)
    assert _signature(theirs, task.id) == _signature(ours, task.id)


def _signature(source: str, name: str) -> str:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return ast.unparse(node.args)
    raise AssertionError(f"{name} is not defined by a def")


def _source_of(unit: Unit, spec: CheckSpec) -> str:
    name = f"test_{spec.check.partition('[')[0]}"
    for file in kit(unit.id).files:
        for node in ast.parse(file.path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name == name:
                return inspect.cleandoc(ast.unparse(node))
    return ""
