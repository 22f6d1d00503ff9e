"""A student's hours in JupyterLab: type, run, read the card, mend, validate."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.course import load_course
from autograder.pages import read_page
from tests.browser.lab import Lab

ROOT = Path(__file__).parents[2]
TASKS = ("grad_sum_of_squares", "derivative", "grad_first", "grad_second", "grad_both", "grad_params")


def test_a_wrong_answer_is_explained_and_the_right_one_turns_the_card(lab: Lab) -> None:
    lab.open("02_grad/grad.ipynb")
    lab.cell("import jax").run()
    stub = lab.cell("def grad_sum_of_squares")
    stub.replace_end("raise NotImplementedError()", 2, "x *= 3\nreturn x")
    stub.run()
    check = lab.cell('check("grad_sum_of_squares")')
    card = check.run()
    lab.screenshot("student-1-wrong", at=stub)
    assert card.startswith("grad_sum_of_squares: 0 of 3 checks passed\n✗ the gradient at a point (failed")
    assert "The result should be [2., -4., 1., 6., 0.], but is [3., -6., 1.5, 9., 0.]." in card
    assert "(failed: mutates-argument)" in card
    assert re.search(r"Line \d+ of cell In\[2\] did it: x \*= 3", card)
    assert "Next: " in card
    assert "□□□□□□ 0 of 6 tasks of 02_grad pass so far" in card
    assert check.error == (
        'Not there yet: grad_sum_of_squares (not passed). The card above says why;\nhint("grad_sum_of_squares") helps.'
    )
    stub.replace_end("    x *= 3\n    return x", 2, "return 2 * x")
    stub.run()
    assert check.run() == (
        "grad_sum_of_squares: all 3 checks passed\n"
        "✓ the gradient at a point (passed)\n"
        "✓ the gradient of a table is a table (passed)\n"
        "✓ leaves its argument alone (passed)\n"
        "■□□□□□ 1 of 6 tasks of 02_grad pass so far"
    )
    assert check.error == ""
    lab.screenshot("student-2-right", at=stub)


def test_hints_climb_in_the_notebook(lab: Lab) -> None:
    ladder = lab.cell("def derivative").below('hint("derivative")')
    assert ladder.run().startswith("Hint 1 of 3 for derivative: No number is wanted here.")
    assert ladder.run().startswith("Hint 2 of 3 for derivative: Look at the falling stone: speed was made from height")


def test_run_all_stops_at_the_first_check_that_fails(lab: Lab) -> None:
    lab.run_all()
    assert lab.cell('check("grad_sum_of_squares")').number != "[ ]:"
    stopped = lab.cell('check("derivative")')
    assert "derivative: not attempted yet" in stopped.text
    assert stopped.error.startswith("Not there yet: derivative (not attempted yet).")
    assert "Traceback" not in stopped.text
    assert [lab.cell(f'check("{task}")').number for task in TASKS[2:]] == ["[ ]:"] * 4


def test_validate_names_the_checks_that_fail_and_no_other(lab: Lab) -> None:
    verdict = lab.validate("student-3-validate")
    assert "failed" in verdict
    assert [task for task in TASKS if f'check("{task}")' in verdict] == list(TASKS[1:])


def test_check_without_a_name_shows_the_whole_unit(lab: Lab) -> None:
    cell = lab.cell("import jax").below("check()")
    text = cell.run()
    assert text.startswith("■□□□□□ 1 of 6 tasks pass their public checks\n")
    assert [line for line in text.split("\n") if line.startswith(TASKS)] == [
        "grad_sum_of_squares: all 3 checks passed",
        "derivative: not attempted yet",
        *(f"{task}: 0 of 3 checks passed" for task in TASKS[2:]),  # their cells were not run yet
    ]
    assert "There is no function grad_first." in text
    lab.picture("student-6-unit", cell)
    bar = cell.output.get_by_role("progressbar")
    assert (bar.get_attribute("aria-valuenow"), bar.get_attribute("aria-valuemax")) == ("1", "6")


@pytest.fixture(scope="module")
def nearly(work: Path) -> str:
    """A second copy of the unit, with one wrong answer left; returns the notebook's path in the server's folder."""
    course = load_course(ROOT / "course.yml")
    unit = course.unit("02_grad")
    folder = shutil.copytree(ROOT / "exercises" / unit.id, work / "nearly" / unit.id)
    solutions = {f"{cell.task}-solution": cell.source for cell in read_page(course, unit).cells if cell.role == "task"}
    page: Any = nbformat.read(folder / "grad.ipynb", as_version=4)
    for cell in page.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = solutions.get(grade_id, cell.source)
        if grade_id == "grad_both-solution":
            cell.source = cell.source.replace("(0, 1)", "(1, 0)")
    nbformat.write(page, folder / "grad.ipynb")
    return f"nearly/{unit.id}/grad.ipynb"


@pytest.mark.slow
def test_validate_agrees_with_the_cards_before_and_after_the_last_mistake_is_mended(lab: Lab, nearly: str) -> None:
    lab.open(nearly)
    verdict = lab.validate("student-4-one-left")
    assert [task for task in TASKS if f'check("{task}")' in verdict] == ["grad_both"]
    stub = lab.cell("def grad_both")
    stub.write(stub.source.replace("(1, 0)", "(0, 1)"))
    lab.run_all()
    card = lab.cell('check("grad_params")')
    assert card.text.endswith("■■■■■■ 6 of 6 tasks of 02_grad pass so far")
    assert lab.cell("network = {").number != "[ ]:"  # Run All came to the end
    assert "Success" in lab.validate("student-5-validated")
