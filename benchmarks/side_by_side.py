"""The same six submissions through plain nbgrader and through nbgrader with us: scores, and how long it took.

    python -m benchmarks.side_by_side

Plain nbgrader has the same checks in hidden cells and runs them in a kernel, beside the student's code.  Half of the
six are honest; what each is worth is known, since it was made of the course's own solutions.
"""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from autograder.kit import kit_for
from benchmarks import plain
from benchmarks.cell import ROOT
from benchmarks.measure import Cost, cost_of, python
from tests.mutants.corpus import COURSE

UNIT = COURSE.unit("02_grad")
_SECOND = "grad_second"  # the one task that some have not understood

Notebook = dict[str, Any]


class Student(NamedTuple):
    """Who, what they did, what that is worth, and the file they handed in."""

    name: str
    about: str
    worth: float
    make: Callable[[], Notebook | str]


def right() -> Notebook:
    """Every task solved."""
    return _filled(solutions())


def partly() -> Notebook:
    """The gradient of the wrong argument in one task."""
    wrong = solutions()[_SECOND].replace("argnums=1", "argnums=0")
    return _filled({**solutions(), _SECOND: wrong})


def hides_its_tracebacks() -> Notebook:
    """Nothing solved; `showtraceback` does nothing any more, so that no error reaches the notebook."""
    return _with_code(_filled({}), "get_ipython().showtraceback = lambda *args, **kwargs: None")


def empties_later_cells() -> Notebook:
    """Nothing solved; IPython is told to drop every line of the cells that follow.  A cell without output passes."""
    return _with_code(_filled({}), "get_ipython().input_transformers_cleanup.append(lambda lines: [])")


def lost_a_cell() -> Notebook:
    """Every task solved; one check cell was deleted by mistake."""
    notebook = right()
    notebook["cells"] = [cell for cell in notebook["cells"] if _grade_id(cell) != _SECOND]
    return notebook


def as_a_file() -> str:
    """Every task solved, in a `.py` file."""
    return "\n\n".join(["from autograder import check, hint", *_provided(), *solutions().values()]) + "\n"


def solutions() -> dict[str, str]:
    """The course's own, by task."""
    return {cell.task: cell.source for cell in kit_for(COURSE, UNIT).page.cells if cell.role == "task" and cell.task}


STUDENTS = (
    Student("amina", "everything right", UNIT.points, right),
    Student("bruno", "one task wrong", UNIT.points - UNIT.task(_SECOND).points, partly),
    Student("chiara", "right, lost a check cell", UNIT.points, lost_a_cell),
    Student("dmitri", "right, as a .py file", UNIT.points, as_a_file),
    Student("elif", "nothing, hides tracebacks", 0.0, hides_its_tracebacks),
    Student("farid", "nothing, empties later cells", 0.0, empties_later_cells),
)


def main() -> None:
    """Lay both courses out, autograde both, print the table."""
    with tempfile.TemporaryDirectory(prefix="jax101-side-by-side-") as name:
        folder = Path(name)
        write_class(folder / "class")
        theirs, ours = folder / "plain", folder / "ours"
        plain.lay_out(theirs, folder / "class", len(STUDENTS), [UNIT])
        lay_out(ours, folder / "class")
        costs = [cost_of(python("-m", "benchmarks.plain", str(course), UNIT.id), ROOT) for course in (theirs, ours)]
        show(scores(theirs, "plain"), scores(ours, "jax101"), costs)


def write_class(folder: Path) -> None:
    """`folder/<student>/02_grad/grad.ipynb` or `.py`."""
    for student in STUDENTS:
        made, place = student.make(), folder / student.name / UNIT.id
        place.mkdir(parents=True)
        kind, text = ("py", made) if isinstance(made, str) else ("ipynb", json.dumps(made))
        (place / f"{UNIT.notebook}.{kind}").write_text(text, encoding="utf-8")


def lay_out(course: Path, submissions: Path) -> None:
    """The course as it is here, with our `nbgrader_config.py`."""
    for folder in ("solutions", "tests/hidden"):
        shutil.copytree(ROOT / folder / UNIT.id, course / folder / UNIT.id)
    for unit in COURSE.units:
        (course / "solutions" / unit.id).mkdir(exist_ok=True)
    for file in ("course.yml", "nbgrader_config.py"):
        shutil.copy(ROOT / file, course / file)
    shutil.copytree(submissions, course / "submitted")
    plain.nbgrader(course, "generate_assignment", UNIT.id)


def scores(course: Path, course_id: str) -> dict[str, float | None]:
    """What the gradebook has, by student; `None` for whom it does not know."""
    from nbgrader.api import Gradebook, MissingEntry

    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", course_id) as gradebook:
        found: dict[str, float | None] = {}
        for student in STUDENTS:
            try:
                found[student.name] = gradebook.find_submission(UNIT.id, student.name).score
            except MissingEntry:
                found[student.name] = None
        return found


def show(theirs: dict[str, float | None], ours: dict[str, float | None], costs: list[Cost]) -> None:
    """One line a student, one for the time."""
    table = Table(title=f"{UNIT.id}, {UNIT.points:g} points, one `nbgrader autograde` each", title_justify="left")
    for heading in ("", "what was handed in", "worth", "plain nbgrader", "with jax101"):
        table.add_column(heading, justify="left" if heading in ("", "what was handed in") else "right")
    for student in STUDENTS:
        told = ["not graded" if found[student.name] is None else f"{found[student.name]:g}" for found in (theirs, ours)]
        table.add_row(student.name, student.about, f"{student.worth:g}", *told)
    table.add_section()
    table.add_row("", "seconds for the six", "", *(f"{cost.wall:.1f}" for cost in costs))
    table.add_row("", "CPU seconds", "", *(f"{cost.cpu:.1f}" for cost in costs))
    Console(width=110).print(table)


# --------------------------------------------------------------------------- what they are made of


def _filled(answers: dict[str, str]) -> Notebook:
    notebook: Notebook = json.loads((ROOT / "exercises" / UNIT.id / f"{UNIT.notebook}.ipynb").read_text("utf-8"))
    for cell in notebook["cells"]:
        task = _grade_id(cell).removesuffix("-solution")
        if _grade_id(cell).endswith("-solution") and task in answers:
            cell["source"] = answers[task]
    return notebook


def _with_code(notebook: Notebook, source: str) -> Notebook:
    changed = copy.deepcopy(notebook)
    cell = {"cell_type": "code", "execution_count": None, "id": "mine", "metadata": {}, "outputs": [], "source": source}
    changed["cells"].insert(2, cell)
    return changed


def _provided() -> list[str]:
    return [cell.source for cell in kit_for(COURSE, UNIT).page.cells if cell.role == "provided"]


def _grade_id(cell: dict[str, Any]) -> str:
    grade_id: str = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
    return grade_id


if __name__ == "__main__":
    main()
