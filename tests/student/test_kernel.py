"""The released notebooks in a real kernel: Run All goes as far as the student has come, and stops there kindly."""

from __future__ import annotations

import copy
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from autograder.course import load_course
from autograder.model import Course
from autograder.pages import read_page

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")

ROOT = Path(__file__).parents[2]
UNITS = ("01_arrays", "02_grad", "03_aux", "04_pure", "05_train")


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT / "course.yml")


class Notebook:
    """A unit's released notebook in a folder of its own, and the page's solutions."""

    def __init__(self, course: Course, unit_id: str, tmp_path: Path) -> None:
        unit = course.unit(unit_id)
        self.folder = shutil.copytree(ROOT / "exercises" / unit.id, tmp_path / unit.id)
        self.file = nbformat.read(self.folder / f"{unit.notebook}.ipynb", as_version=4)
        self.solutions = {cell.task: cell.source for cell in read_page(course, unit).cells if cell.role == "task"}
        self.tasks = [task.id for task in unit.tasks]

    @property
    def cells(self) -> list[Any]:
        return self.file.cells  # type: ignore[no-any-return]

    def stub(self, task: str) -> Any:
        return self._cell(f"{task}-solution")

    def check(self, task: str) -> Any:
        return self._cell(task)

    def _cell(self, grade_id: str) -> Any:
        return next(cell for cell in self.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id)

    def run_all(self) -> None:
        """Run all cells in a fresh kernel, as a notebook's menu does: an error stops."""
        resources = {"metadata": {"path": str(self.folder)}}
        nbclient.NotebookClient(self.file, timeout=120, kernel_name="python3", resources=resources).execute()


@pytest.fixture
def grad(course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Notebook:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Notebook(course, "02_grad", tmp_path)


def html_of(cell: Any) -> str:
    """The cards in a cell's output."""
    return "".join(str(output.get("data", {}).get("text/html", "")) for output in cell.outputs)


def traceback_of(cell: Any) -> list[str]:
    """What the notebook shows for the error that stopped the cell."""
    (error,) = [output for output in cell.outputs if output.output_type == "error"]
    return list(error.traceback)


def test_an_untouched_notebook_runs_up_to_its_first_check_and_stops(grad: Notebook) -> None:
    place = grad.cells.index(grad.stub("grad_sum_of_squares"))
    grad.cells.insert(place, nbformat.v4.new_code_cell('hint("derivative")\nhint("derivative")'))
    with pytest.raises(nbclient.exceptions.CellExecutionError) as stopped:
        grad.run_all()
    assert stopped.value.ename == "NotPassed"
    assert [task for task in grad.tasks if grad.check(task).execution_count] == ["grad_sum_of_squares"]
    cell = grad.check("grad_sum_of_squares")
    assert "not attempted yet" in html_of(cell)
    assert traceback_of(cell) == [
        "Not there yet: grad_sum_of_squares (not attempted yet). The card above says why;",
        'hint("grad_sum_of_squares") helps.',
    ]
    for number, shown in enumerate(grad.cells[place].outputs, 1):
        assert re.fullmatch(f"Hint {number} of 3 for derivative: .*", shown.data["text/plain"])
        assert f"<strong>Hint {number} of 3 for derivative:</strong>" in shown.data["text/html"]


@pytest.mark.slow
def test_the_first_check_of_a_fresh_kernel_takes_little_and_later_ones_next_to_nothing(grad: Notebook) -> None:
    """In seconds of the processor, the student's own code and its compilation among them."""
    grad.stub("derivative").source = grad.solutions["derivative"]
    measured = 'began = process_time()\ncheck("derivative")\nprint("took", process_time() - began)'
    other = grad.check("grad_sum_of_squares")
    grad.file.cells = [
        *(cell for cell in grad.cells[: grad.cells.index(grad.check("derivative"))] if cell is not other),
        nbformat.v4.new_code_cell("from time import process_time"),
        *(nbformat.v4.new_code_cell(measured) for _ in range(4)),
    ]
    grad.run_all()
    first, *later = (
        float(output.text.split()[-1])
        for cell in grad.cells[-4:]
        for output in cell.outputs
        if output.output_type == "stream"
    )
    assert first < 3.0
    assert min(later) < 0.5


@pytest.mark.slow
def test_run_all_goes_on_as_far_as_the_student_has_come(grad: Notebook) -> None:
    grad.stub("grad_sum_of_squares").source = grad.solutions["grad_sum_of_squares"]
    wrong = grad.stub("derivative")
    wrong.source = "calls = []\n\ndef derivative(f):\n    calls.append(f)  # mine\n    return jax.grad(f)"
    with pytest.raises(nbclient.exceptions.CellExecutionError):
        grad.run_all()
    card = html_of(grad.check("grad_sum_of_squares"))
    assert "✓" in card
    assert "✗" not in card
    card = html_of(grad.check("derivative"))
    assert card.count("<section") == card.count("</section>") == 1
    assert f"Line 4 of cell In[{wrong.execution_count}] did it: <code>calls.append(f)  # mine</code>." in card
    assert traceback_of(grad.check("derivative"))[0].startswith("Not there yet: derivative (not passed).")
    assert not grad.check("grad_first").execution_count


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_every_cell_runs_every_stub_is_unsolved_and_every_solution_passes(
    course: Course, unit: str, tmp_path: Path
) -> None:
    notebook = Notebook(course, unit, tmp_path)
    checks = {task: notebook.check(task) for task in notebook.tasks}
    unsolved = {task: copy.deepcopy(check) for task, check in checks.items()}
    for task in notebook.tasks:
        solution = copy.deepcopy(notebook.stub(task))
        solution.source = notebook.solutions[task]
        solution.id, unsolved[task].id = f"{task}-solved", f"{task}-unsolved"
        unsolved[task].metadata["tags"] = ["raises-exception"]  # its error shall not stop the run
        place = notebook.cells.index(checks[task])
        notebook.cells[place:place] = [unsolved[task], solution]
    notebook.run_all()
    for task in notebook.tasks:
        assert traceback_of(unsolved[task])[0].startswith(f"Not there yet: {task} (not attempted yet).")
        assert re.search("all [2-9] checks passed|its check passed", html_of(checks[task]))
