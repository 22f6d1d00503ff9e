"""nbgrader's own autograding, with its own Execute step and a kernel: nothing that failed becomes points."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat")
gradebooks = pytest.importorskip("nbgrader.api")

ROOT = Path(__file__).parents[2]
WRONG = "def double(x):\n    return 3 * x"
SUBMISSIONS = {
    "right": ["def double(x):\n    return 2 * x"],
    "wrong": [WRONG],
    "untouched": ['def double(x):\n    """Twice `x`."""\n    # YOUR CODE HERE\n    raise NotImplementedError()'],
    "renamed": [WRONG, "check = lambda *tasks: None"],
    "imported": [WRONG, "from builtins import print as check"],
    "silenced": [WRONG, "get_ipython().showtraceback = lambda *args, **kwargs: None"],
    "ended": [WRONG, "import sys\nsys.excepthook = lambda *error: None\nraise SystemExit"],
    "half": ["def double(x):\n    return 2 * abs(x)"],
}


def cell(source: str, grade_id: str = "", points: float | None = None, solution: bool = False) -> Any:
    """A code cell as nbgrader knows it."""
    made = nbformat.v4.new_code_cell(source)
    if grade_id:
        made.metadata["nbgrader"] = {
            "grade_id": grade_id,
            "grade": points is not None,
            "solution": solution,
            "locked": not solution,
            "task": False,
            "schema_version": 3,
            **({"points": points} if points is not None else {}),
        }
    return made


def write(folder: Path, own: list[str]) -> None:
    """A notebook with one task, and cells of a student's before its check."""
    solution, *more = own
    cells = [
        cell("from autograder import check, hint", "provided-1"),
        cell(solution, "double-solution", solution=True),
        *map(cell, more),
        cell('check("double")', "double", points=2.0),
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / "first.ipynb")


def nbgrader(course: Path, *arguments: str) -> None:
    """Its real command line, in a course that knows nothing of ours."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments], cwd=course, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture
def scores(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """What each student got."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")  # it calls `alembic`
    course = tmp_path / "course"
    write(course / "source" / "01_first", SUBMISSIONS["untouched"])
    nbgrader(course, "generate_assignment", "01_first")
    for student, own in SUBMISSIONS.items():
        submitted = course / "submitted" / student / "01_first"
        write(submitted, own)
        for name in ("course.yml", "test_first.py"):
            (submitted / name).write_bytes((folder / name).read_bytes())
    nbgrader(course, "autograde", "01_first")
    with gradebooks.Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        return {s.student.id: s.score for s in gradebook.assignment_submissions("01_first")}


@pytest.mark.slow
def test_only_what_passes_its_public_checks_gets_their_points(scores: dict[str, float]) -> None:
    assert scores == {**dict.fromkeys(SUBMISSIONS, 0.0), "right": 2.0}
