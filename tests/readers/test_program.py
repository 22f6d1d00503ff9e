"""From what a student handed in to what a worker runs: what is ours from us, what is theirs wherever it stands."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from autograder.errors import NotASubmission
from autograder.model import Course, Page, Program, Submission
from autograder.pages import read_page
from autograder.readers import program
from autograder.release import notebook_text

DOUBLE = "def double(x):\n    return 2 * x\n"
TOTAL = "def total(values):\n    return sum(values)\n"
Grade = Callable[..., Program]


@pytest.fixture
def page(small_course: Course) -> Page:
    return read_page(small_course, small_course.units[0])


@pytest.fixture
def released(small_course: Course, page: Page) -> dict[str, Any]:
    """The notebook a student gets.  Cells: 1 prose, 2 provided, 3 demo, 4 `double`, 5 its check, 6 prose, 7, 8."""
    notebook: dict[str, Any] = json.loads(notebook_text(page, small_course.units[0]))
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
    return notebook


@pytest.fixture
def run(small_course: Course, page: Page) -> Grade:
    """The program of a notebook (as JSON) or of a Python text."""

    def build(handed: dict[str, Any] | str, file: str = "", page: Page | None = page) -> Program:
        content = (handed if isinstance(handed, str) else json.dumps(handed)).encode()
        file = file or ("first.py" if isinstance(handed, str) else "first.ipynb")
        submission = Submission(student="ada", unit="01_first", file=file, content=content, sha256="")
        return program(submission, small_course.units[0], page)

    return build


def put(notebook: dict[str, Any], cell: int, source: str, **metadata: Any) -> None:
    notebook["cells"][cell - 1]["source"] = source
    notebook["cells"][cell - 1]["metadata"].update(metadata)


def add(notebook: dict[str, Any], source: str, position: int = -1, **metadata: Any) -> None:
    cell = {"cell_type": "code", "metadata": metadata, "source": source, "outputs": []}
    notebook["cells"].insert(len(notebook["cells"]) if position < 0 else position - 1, cell)


def places(found: Program) -> list[str]:
    return [cell.name for cell in found.cells]


def value(found: Program, expression: str) -> Any:
    """Run a program as a worker does, simply, and evaluate an expression in it."""
    space: dict[str, Any] = {"__name__": found.module}
    for cell in (*found.provided, *found.cells):
        exec(compile(cell.source, cell.name, "exec"), space)
    return eval(expression, space)


# --------------------------------------------------------------------------- as released


def test_an_untouched_notebook_is_its_stubs_and_the_course_s_own_cells(released: dict[str, Any], run: Grade) -> None:
    found = run(released)
    assert places(found) == ["first.ipynb cell 4", "first.ipynb cell 7"]
    assert [cell.name for cell in found.provided] == ["first, provided cell 1"]
    assert (found.module, found.notes, found.skipped) == ("__main__", (), {})
    with pytest.raises(NotImplementedError):
        value(found, "double(3)")


def test_solved_cells_run_and_demos_and_checks_do_not(released: dict[str, Any], run: Grade) -> None:
    put(released, 4, DOUBLE)
    put(released, 7, TOTAL)
    found = run(released)
    assert places(found) == ["first.ipynb cell 4", "first.ipynb cell 7"]
    assert (value(found, "double(3)"), value(found, "total([1, 2])"), found.notes) == (6, 3, ())


def test_the_page_itself_is_a_submission(small_course: Course, run: Grade) -> None:
    text = (small_course.root / "solutions/01_first/first.py").read_text()
    found = run(text)
    assert [text.split("\n")[cell.first_line - 1] for cell in found.cells] == [
        "def double(x):",
        "def total(values):",
    ]
    assert (value(found, "double(3)"), value(found, "total([1, 2])"), found.notes) == (6, 3, ())
    assert found.module != "__main__"


def test_a_notebook_that_jupytext_made_a_python_file_is_read_alike(released: dict[str, Any], run: Grade) -> None:
    jupytext = pytest.importorskip("jupytext")
    put(released, 4, DOUBLE)
    text = jupytext.writes(jupytext.reads(json.dumps(released), fmt="ipynb"), fmt="py:percent")
    found = run(text)
    assert [cell.source.split("\n")[0] for cell in found.cells] == ["def total(values):", "def double(x):"]
    assert found.notes == ()


def test_a_plain_file_is_one_cell(run: Grade) -> None:
    found = run(DOUBLE + TOTAL)
    assert [(cell.name, cell.first_line) for cell in found.cells] == [("first.py", 1)]
    assert found.notes == ()


def test_without_a_page_a_student_s_own_copies_run_and_untouched_demos_still_do_not(
    released: dict[str, Any], run: Grade
) -> None:
    found = run(released, page=None)
    assert found.provided == ()
    assert places(found) == [f"first.ipynb cell {number}" for number in (2, 4, 7)]
    assert found.notes == ()


# --------------------------------------------------------------------------- what students do to our cells


def test_a_changed_demo_is_the_student_s(released: dict[str, Any], run: Grade) -> None:
    put(released, 3, "example = 5")
    assert "first.ipynb cell 3" in places(run(released))


def test_a_demo_with_other_white_space_at_its_line_ends_is_unchanged(released: dict[str, Any], run: Grade) -> None:
    put(released, 3, released["cells"][2]["source"].replace("\n", "  \n") + "\n\n")
    assert "first.ipynb cell 3" not in places(run(released))


def test_a_copied_demo_is_still_ours(released: dict[str, Any], run: Grade) -> None:
    add(released, released["cells"][2]["source"])
    assert len(places(run(released))) == 2


def test_a_changed_provided_cell_runs_as_the_student_s_and_is_said(released: dict[str, Any], run: Grade) -> None:
    put(released, 2, released["cells"][1]["source"] + "\n\ndef helper():\n    return 1\n")
    found = run(released)
    assert "first.ipynb cell 2" in places(found)
    assert value(found, "helper()") == 1
    [note] = found.notes
    assert note.startswith("first.ipynb cell 2 is the course's and was changed.")


def test_deleted_cells_of_ours_are_there_all_the_same(released: dict[str, Any], run: Grade) -> None:
    put(released, 4, "def double(x):\n    return 2 * x + offset()\n")
    del released["cells"][1]
    found = run(released)
    assert value(found, "double(3)") == 6


def test_a_function_written_into_a_check_cell_counts(released: dict[str, Any], run: Grade) -> None:
    put(released, 5, DOUBLE + 'check("double")\n')
    put(released, 8, 'check("total")\nprint("done")\n')
    found = run(released)
    assert places(found) == ["first.ipynb cell 4", "first.ipynb cell 7", "first.ipynb cell 5"]
    assert found.notes == ("first.ipynb cell 4 was made for `double` and does not solve it: its definition in "
                           "first.ipynb cell 5 was graded.",)  # fmt: skip


# --------------------------------------------------------------------------- stubs


@pytest.mark.parametrize(
    "change",
    [
        lambda stub: stub,
        lambda stub: stub.replace("# YOUR CODE HERE", "# I do not know"),
        lambda stub: stub.replace("Twice", "Two times"),
        lambda stub: stub.replace("\n", "\r\n"),
        lambda stub: "\n\n" + stub + "\n# later\n\n",
    ],
)
def test_a_stub_after_the_solution_does_not_win(
    released: dict[str, Any], run: Grade, change: Callable[[str], str]
) -> None:
    stub = released["cells"][3]["source"]
    put(released, 4, DOUBLE)
    add(released, change(stub))
    found = run(released)
    assert places(found)[0] in ("first.ipynb cell 7", "first.ipynb cell 9")
    assert places(found)[-1] == "first.ipynb cell 4"
    assert value(found, "double(3)") == 6


def test_a_solution_above_its_stub_wins(released: dict[str, Any], run: Grade) -> None:
    add(released, DOUBLE, position=2)
    found = run(released)
    assert value(found, "double(3)") == 6
    assert found.notes == ("first.ipynb cell 5 was made for `double` and does not solve it: its definition in "
                           "first.ipynb cell 2 was graded.",)  # fmt: skip


def test_in_a_python_file_a_stub_after_the_solution_does_not_win(
    small_course: Course, run: Grade, released: dict[str, Any]
) -> None:
    stub = released["cells"][3]["source"]
    found = run(f"# %%\n{DOUBLE}\n# %%\n{stub}\n")
    assert [cell.first_line for cell in found.cells] == [6, 2]
    assert value(found, "double(3)") == 6


# --------------------------------------------------------------------------- copied, missing, renamed, retagged


def test_of_a_copied_cell_the_first_that_defines_the_task_is_graded_and_it_is_said(
    released: dict[str, Any], run: Grade
) -> None:
    original = released["cells"][3]
    put(released, 4, "# tried here\nx = 1\n")
    for source in (DOUBLE, "def double(x):\n    return x\n", "def double(x):\n    return 0\n"):
        released["cells"].append({**copy.deepcopy(original), "source": source})
    found = run(released)
    assert places(found) == [f"first.ipynb cell {number}" for number in (7, 4, 9)]
    assert value(found, "double(3)") == 6
    assert found.notes == ("The cell of `double` is there 3 times: the first, first.ipynb cell 9, was graded; "
                           "left out: first.ipynb cell 10, first.ipynb cell 11.",)  # fmt: skip


def test_a_cell_split_in_two_keeps_both_halves(released: dict[str, Any], run: Grade) -> None:
    put(released, 4, DOUBLE.replace("2 * x", "TWO * x"))
    second = {**copy.deepcopy(released["cells"][3]), "source": "TWO = 2\n"}
    released["cells"].insert(4, second)
    found = run(released)
    assert places(found) == [f"first.ipynb cell {number}" for number in (8, 4, 5)]
    assert (value(found, "double(3)"), found.notes) == (6, ())


def test_an_untagged_cell_that_comes_later_wins_as_in_python(released: dict[str, Any], run: Grade) -> None:
    put(released, 4, "def double(x):\n    return x\n")
    add(released, DOUBLE)
    found = run(released)
    assert (value(found, "double(3)"), found.notes) == (6, ())


def test_a_missing_cell_is_recovered_from_where_the_function_stands(released: dict[str, Any], run: Grade) -> None:
    del released["cells"][3]
    add(released, DOUBLE)
    found = run(released)
    assert value(found, "double(3)") == 6
    assert found.notes == ("The cell made for `double` is missing: its definition in first.ipynb cell 8 was graded.",)


def test_two_cells_with_their_tags_exchanged_are_recovered(released: dict[str, Any], run: Grade) -> None:
    put(released, 4, TOTAL)
    put(released, 7, DOUBLE)
    found = run(released)
    assert (value(found, "double(3)"), value(found, "total([1, 2])")) == (6, 3)
    elsewhere = "was made for `{}` and does not solve it: its definition in first.ipynb cell {} was graded."
    assert found.notes == (
        "first.ipynb cell 4 " + elsewhere.format("double", 7),
        "first.ipynb cell 7 " + elsewhere.format("total", 4),
    )


def test_all_in_one_cell_is_fine(released: dict[str, Any], run: Grade) -> None:
    put(released, 4, DOUBLE + TOTAL)
    found = run(released)
    assert (value(found, "double(3)"), value(found, "total([1, 2])")) == (6, 3)


def test_a_task_that_is_nowhere_needs_no_note(released: dict[str, Any], run: Grade) -> None:
    del released["cells"][3]
    found = run(released)
    assert (places(found), found.notes) == (["first.ipynb cell 6"], ())


def test_a_notebook_without_any_of_our_tags_is_run_without_notes(run: Grade) -> None:
    notebook: dict[str, Any] = {"nbformat": 4, "metadata": {}, "cells": []}
    add(notebook, DOUBLE)
    add(notebook, TOTAL)
    found = run(notebook)
    assert (len(found.cells), found.notes) == (2, ())


@pytest.mark.parametrize(
    "metadata", [{"nbgrader": None}, {"nbgrader": {"grade_id": 7}}, {"nbgrader": {"grade_id": "x"}}]
)
def test_metadata_that_someone_broke_do_no_harm(released: dict[str, Any], run: Grade, metadata: dict[str, Any]) -> None:
    put(released, 4, DOUBLE, **metadata)
    assert value(run(released), "double(3)") == 6


# --------------------------------------------------------------------------- magics and broken cells


def test_a_magic_cell_is_skipped_and_the_reason_is_there_for_its_task(released: dict[str, Any], run: Grade) -> None:
    put(released, 4, "%%time\n" + DOUBLE)
    found = run(released)
    assert places(found) == ["first.ipynb cell 7"]
    assert found.skipped == {"double": "first.ipynb cell 4 begins with %%time, and such cells are not run"}


def test_a_stub_left_beside_a_magic_cell_does_not_hide_the_reason(released: dict[str, Any], run: Grade) -> None:
    add(released, "%%timeit -n 3\n" + DOUBLE)
    found = run(released)
    assert places(found) == ["first.ipynb cell 7"]
    assert found.skipped == {"double": "first.ipynb cell 9 begins with %%timeit, and such cells are not run"}


def test_a_magic_cell_beside_a_solution_is_no_one_s_loss(released: dict[str, Any], run: Grade) -> None:
    put(released, 4, DOUBLE)
    add(released, "%%time\ndef double(x):\n    return 0\n")
    found = run(released)
    assert (value(found, "double(3)"), found.skipped) == (6, {})


def test_magic_lines_cost_nothing(released: dict[str, Any], run: Grade) -> None:
    put(released, 4, "%load_ext autoreload\n!pip install jax\n" + DOUBLE + "%timeit double(3)\ndouble?\n")
    found = run(released)
    assert value(found, "double(3)") == 6
    assert found.cells[-1].source.split("\n")[2] == "def double(x):"


def test_a_cell_that_is_no_python_stays_alone_with_it(released: dict[str, Any], run: Grade) -> None:
    put(released, 4, "def double(x:\n    return '''")
    put(released, 7, TOTAL)
    found = run(released)
    assert places(found) == ["first.ipynb cell 4", "first.ipynb cell 7"]
    compile(found.cells[1].source, "cell", "exec")


# --------------------------------------------------------------------------- what is no submission


def test_a_problem_of_the_reader_s_is_the_reason(small_course: Course) -> None:
    submission = Submission(student="a", unit="01_first", file="", content=b"", sha256="", problem="there is no file")
    with pytest.raises(NotASubmission, match="there is no file"):
        program(submission, small_course.units[0], None)


def test_what_is_no_notebook_is_no_submission(run: Grade) -> None:
    with pytest.raises(NotASubmission, match=r"^first\.ipynb is not a notebook: not JSON at line 1"):
        run("x = 1", file="first.ipynb")


def test_a_file_of_another_kind_is_no_submission(run: Grade) -> None:
    with pytest.raises(NotASubmission, match="is neither a notebook nor a Python file"):
        run("x = 1", file="first.txt")


def test_a_file_s_name_is_shown_safely(run: Grade) -> None:
    [cell] = run(DOUBLE, file="a\x1b[31m\n.py").cells
    assert cell.name.isprintable()
