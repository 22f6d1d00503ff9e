"""A unit's page: its cells and their roles, and every mistake an author can make in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.errors import CourseError
from autograder.model import Course, Unit
from autograder.pages import read_page, stub

Edit = Callable[[str, str, str], None]
ROOT = Path(__file__).parents[1]
PAGE = "solutions/01_first/first.py"


def complaints(course: Course) -> list[str]:
    with pytest.raises(CourseError) as caught:
        read_page(course, course.units[0])
    return [line.removeprefix(f"{PAGE}: ") for line in str(caught.value).split("\n")]


@pytest.mark.parametrize("unit", load_course(ROOT / "course.yml").units, ids=lambda unit: unit.id)
def test_a_page_is_cut_as_jupytext_cuts_it(unit: Unit) -> None:
    jupytext = pytest.importorskip("jupytext")
    page = read_page(load_course(ROOT / "course.yml"), unit)
    theirs = jupytext.read(ROOT / "solutions" / unit.id / f"{unit.notebook}.py", fmt="py:percent").cells
    assert [(cell.source, cell.role == "markdown") for cell in page.cells] == [
        (cell.source, cell.cell_type == "markdown") for cell in theirs
    ]


def test_a_magic_is_a_comment_in_the_file_and_a_magic_in_the_notebook(small_course: Course, edit: Edit) -> None:
    edit(PAGE, 'check("double")', '# %matplotlib inline\n\n# %%\ncheck("double")')
    page = read_page(small_course, small_course.units[0])
    assert "%matplotlib inline" in [cell.source for cell in page.cells]


def test_every_cell_has_its_role(small_course: Course) -> None:
    page = read_page(small_course, small_course.units[0])
    assert (page.unit, page.notebook) == ("01_first", "first")
    assert [(cell.role, cell.task) for cell in page.cells] == [
        ("markdown", None),
        ("provided", None),
        ("demo", None),
        ("task", "double"),
        ("check", "double"),
        ("markdown", None),
        ("task", "total"),
        ("check", "total"),
    ]
    assert page.cells[0].source == "# First steps\n\nTwo tasks."
    assert page.cells[2].source.startswith("%matplotlib inline\n")
    assert "secret = 2" in page.cells[3].source


def test_a_stub_is_the_cell_without_its_solution() -> None:
    source = "def f(x):\n    '''Doc.'''\n    y = 1\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION\n\nz = 2"
    assert stub(source) == (
        "def f(x):\n    '''Doc.'''\n    y = 1\n    # YOUR CODE HERE\n    raise NotImplementedError()\n\nz = 2"
    )


def test_a_stub_is_what_nbgrader_makes_of_it(small_course: Course) -> None:
    nbformat = pytest.importorskip("nbformat")
    preprocessors = pytest.importorskip("nbgrader.preprocessors")
    for unit in small_course.units:
        for cell in read_page(small_course, unit).cells:
            if cell.role != "task":
                continue
            notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell.source)])
            notebook.cells[0].metadata["nbgrader"] = {"solution": True, "grade": False}
            notebook, _ = preprocessors.ClearSolutions().preprocess(notebook, {})
            assert stub(cell.source) == notebook.cells[0].source


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('# %% task="double"', "# %%", "cell 4 (`def double(x):`): solution markers outside a task cell"),
        ('# %% task="double"', "# %%", 'no task cell for `double`: mark one with # %% task="double"'),
        (
            '# %% task="double"',
            '# %% task="dubble"',
            "cell 4 (`def double(x):`): unknown task `dubble`, course.yml has",
        ),
        ('# %% task="total"', '# %% task="double"', "cell 7 (`def total(values):`): a second task cell for `double`"),
        ('check("total")', "", 'no check cell for `total`: add a cell with only check("total") in it'),
        ('check("total")', 'check("total")\nprint()', "no check cell for `total`: "),
        ('check("total")', 'check("double")', 'cell 8 (`check("double")`): a second check cell for `double`'),
        ('check("total")', 'check("other")', 'cell 8 (`check("other")`): unknown task `other`'),
        ("    ### BEGIN SOLUTION\n    secret", "    secret", "cell 4 (`def double(x):`): solution markers do not pair"),
        ("secret * x\n    ### END", "secret * x\n    ###", "cell 4 (`def double(x):`): solution markers do not pair"),
        ("    secret = 2", "    ### BEGIN SOLUTION", "cell 4 (`def double(x):`): solution markers do not pair"),
        ("# Two tasks.", "# ### BEGIN SOLUTION", "cell 1 (`# First steps`): solution markers outside a task cell"),
        ("import math", "### BEGIN HIDDEN TESTS", "cell 2 (`### BEGIN HIDDEN TESTS`): hidden tests and mark schemes"),
        ('role="provided"', 'role="provide"', 'cell 2 (`import math`): unknown role "provide", known are provided'),
        ("def double(x):", "def dubble(x):", "cell 4 (`def dubble(x):`): does not define the function `double`"),
        ("secret = 2", "secret = ", "cell 4 (`def double(x):`): the solution is not Python: invalid syntax (line 4"),
        ("def double(x):", "def double(x:", "cell 4 (`def double(x:`): the solution is not Python"),
    ],
)
def test_a_mistake_is_said_with_its_file_and_cell(
    small_course: Course, edit: Edit, old: str, new: str, said: str
) -> None:
    edit(PAGE, old, new)
    assert [line for line in complaints(small_course) if line.startswith(said)]


def test_a_task_cell_without_markers_would_give_the_answer_away(small_course: Course, edit: Edit) -> None:
    edit(PAGE, "    ### BEGIN SOLUTION\n    secret", "    secret")
    edit(PAGE, "secret * x\n    ### END SOLUTION", "secret * x")
    [only] = complaints(small_course)
    assert only.startswith("cell 4 (`def double(x):`): no solution markers: put ### BEGIN SOLUTION")


def test_every_mistake_is_said(small_course: Course, edit: Edit) -> None:
    edit(PAGE, 'check("double")', "")
    edit(PAGE, 'check("total")', "")
    assert len(complaints(small_course)) == 2


def test_a_page_that_is_not_there_is_said(small_course: Course) -> None:
    (small_course.root / PAGE).unlink()
    assert complaints(small_course) == ["cannot be read: No such file or directory"]


def test_a_page_that_is_no_text_is_said(small_course: Course) -> None:
    (small_course.root / PAGE).write_bytes(b"\xff\xfe")
    assert complaints(small_course) == ["not UTF-8 text (byte 0)"]
