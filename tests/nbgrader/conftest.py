"""A course in nbgrader's hands: a class of students, honest ones and others, and nbgrader's real command line."""

from __future__ import annotations

import copy
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.model import Report
from autograder.reports import read_all
from tests.grading.conftest import RIGHT, write_course

ROOT = Path(__file__).parents[2]
UNIT, NOTEBOOK = "01_work", "work"
SECRET = "submission_secret.txt"

Notebook = dict[str, Any]
pytest.importorskip("nbgrader")

ANSWERS = {
    "put": "def put(x, value):\n    return jnp.asarray(x).at[0].set(value)\n",
    "twice": "def twice(x):\n    return 2 * x\n",
    "four_times": "def four_times(x):\n    return twice(twice(x))\n",
    "adder": "def adder(n):\n    return lambda x: x + n\n",
}
IMPURE = "def put(x, value):\n    x[0] = value\n    return x\n"  # public checks are content with it


class Classroom:
    """A course's folder, and what can be done in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def nbgrader(self, *words: str, fails: bool = False, **environment: str) -> str:
        """One command of nbgrader's, from the course's folder; what it said."""
        done = self._run([sys.executable, "-m", "nbgrader", *words], environment)
        said = done.stdout + done.stderr
        assert (done.returncode != 0) == fails, said
        return said

    def grade(self) -> dict[str, Report]:
        """The same submissions through `jax101 grade`, by student."""
        out = self.root / "by-the-other-way"
        done = self._run([sys.executable, "-m", "autograder", "grade", "submitted", "--out", str(out)], {})
        assert done.returncode == 0, done.stderr
        return {report.student: report for report in read_all([out])[0]}

    def environment(self) -> dict[str, str]:
        """Of a user who has nothing set up for Jupyter, and a cache of their own."""
        return {
            **os.environ,
            "PATH": os.defpath,  # as where nothing is activated, and the program is called by its path
            "XDG_CACHE_HOME": str(self.root.parent / "cache"),
            "JUPYTER_CONFIG_DIR": str(self.root.parent / "jupyter"),
            "JUPYTER_DATA_DIR": str(self.root.parent / "jupyter"),
            "JAX_PLATFORMS": "cpu",
            "PYTHONWARNINGS": "ignore",
        }

    def _run(self, command: list[str], more: dict[str, str]) -> subprocess.CompletedProcess[str]:
        environment = {**self.environment(), **more}
        return subprocess.run(command, cwd=self.root, env=environment, capture_output=True, text=True, timeout=300)

    def released(self) -> Notebook:
        import nbformat

        notebook: Notebook = nbformat.read(self.root / "exercises" / UNIT / f"{NOTEBOOK}.ipynb", as_version=4)
        return notebook

    def hand_in(self, student: str, content: Notebook | str | bytes, file: str = f"{NOTEBOOK}.ipynb") -> Path:
        folder = self.root / "submitted" / student / UNIT
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(content) if isinstance(content, dict) else content
        (folder / file).write_bytes(text.encode() if isinstance(text, str) else text)
        return folder

    def autograded(self, student: str) -> Notebook:
        import nbformat

        place = self.root / "autograded" / student / UNIT / f"{NOTEBOOK}.ipynb"
        notebook: Notebook = nbformat.read(place, as_version=4)
        return notebook

    def feedback(self, student: str) -> str:
        return (self.root / "feedback" / student / UNIT / f"{NOTEBOOK}.html").read_text(encoding="utf-8")

    def scores(self) -> dict[str, dict[str, float | None]]:
        """What the gradebook has, by student and task."""
        with self.gradebook() as gradebook:
            return {
                submission.student.id: {
                    grade.name: grade.auto_score for notebook in submission.notebooks for grade in notebook.grades
                }
                for submission in gradebook.assignment_submissions(UNIT)
            }

    def gradebook(self) -> Any:
        from nbgrader.api import Gradebook

        return Gradebook(f"sqlite:///{self.root / 'gradebook.db'}", "jax101")


def new_classroom(root: Path) -> Classroom:
    """A course of one unit, as its author has it, with our `nbgrader_config.py`."""
    root.mkdir()
    write_course(root)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    return Classroom(root)


def with_an_exchange(classroom: Classroom) -> Classroom:
    """Give a course an exchange that is nobody else's; what comes back is a student's folder with the same one."""
    around = classroom.root.parent
    exchange, student = around / "exchange", around / "student"
    exchange.mkdir()
    exchange.chmod(0o777)  # nbgrader wants it open to all
    student.mkdir()
    config = classroom.root / "nbgrader_config.py"
    place = f"c.Exchange.root = {str(exchange)!r}\n"
    config.write_text(config.read_text() + place)
    (student / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.course_id = 'jax101'\n{place}"
        f"c.Exchange.cache = {str(around / 'student-cache')!r}\n"
    )
    return Classroom(student)


# --------------------------------------------------------------------------- what students hand in


def solved(released: Notebook, **answers: str) -> Notebook:
    """The released notebook with answers in their cells."""
    notebook = copy.deepcopy(released)
    for task, answer in answers.items():
        cell_of(notebook, f"{task}-solution")["source"] = answer
    return notebook


def cell_of(notebook: Notebook, grade_id: str) -> dict[str, Any]:
    return next(cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)


def code(source: str, **metadata: Any) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": 1,
        "id": "mine",
    }


def result(text: str) -> dict[str, Any]:
    return {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": text}}


def honest(released: Notebook) -> Notebook:
    return solved(released, **ANSWERS)


def partial(released: Notebook) -> Notebook:
    return solved(released, **{**ANSWERS, "put": IMPURE, "adder": "def adder(n):\n    return lambda x: x - n\n"})


def hides_tracebacks(released: Notebook) -> Notebook:
    wrong = {"put": "def put(x, value):\n    return 2 * jnp.asarray(x)\n", "twice": "def twice(x):\n    return 3 * x\n"}
    notebook = solved(released, **wrong)
    notebook["cells"].insert(1, code("get_ipython().showtraceback = lambda *a, **k: None"))
    notebook["cells"].insert(1, code("open('ran_outside', 'w').close()"))
    notebook["cells"].insert(
        1, code("import IPython\nIPython.core.interactiveshell.InteractiveShell.showtraceback = lambda *a: 0")
    )
    return notebook


def own_check(released: Notebook) -> Notebook:
    """A `check` of their own, a check cell that says what it likes, and a notebook that prints scores."""
    notebook = solved(released, put="def put(x, value):\n    return 0\n")
    notebook["cells"].insert(
        1, code("def check(task):\n    return 1e9\n\nclass S:\n    def __repr__(self): return '4.0'")
    )
    cell_of(notebook, "put")["source"] = "4.0"
    cell_of(notebook, "twice")["source"] = "-1"
    cell_of(notebook, "four_times")["source"] = "def four_times(x):\n    return -1\n1e9"
    return notebook


def forged(released: Notebook) -> Notebook:
    """Outputs, points, names and cells of their own making."""
    notebook = copy.deepcopy(released)
    for cell in notebook["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        if about.get("grade"):
            cell["outputs"] = [
                result("4.0"),
                result("1000"),
                {"output_type": "stream", "name": "stdout", "text": "passed"},
            ]
            about["points"] = 1000
    cell_of(notebook, "put")["metadata"]["nbgrader"]["grade_id"] = "bonus"
    extra = {**cell_of(notebook, "twice")["metadata"]["nbgrader"], "grade_id": "extra", "points": 50}
    notebook["cells"].append({**code("50", nbgrader=extra), "outputs": [result("50.0")]})
    return notebook


def deletes(released: Notebook) -> Notebook:
    """No check cells, and not the cells that came with the page."""
    notebook = honest(released)
    roles = ("check", "provided")
    notebook["cells"] = [
        cell for cell in notebook["cells"] if cell["metadata"].get("jax101", {}).get("role") not in roles
    ]
    return notebook


def edits_locked(released: Notebook) -> Notebook:
    notebook = solved(released, **{**ANSWERS, "twice": "def twice(x):\n    return helper(x)\n"})
    cell_of(notebook, "provided-1")["source"] += "\n\ndef helper(x):\n    return 2 * x\n"
    cell_of(notebook, "twice")["source"] = 'print("twice is fine")'
    cell_of(notebook, "twice")["cell_type"] = "markdown"
    return notebook


def copies(released: Notebook) -> Notebook:
    """A solution cell and a check cell twice, as Jupyter copies them; the first is right."""
    notebook = honest(released)
    again = copy.deepcopy(cell_of(notebook, "twice-solution"))
    again["source"] = "def twice(x):\n    return 0\n"
    notebook["cells"] += [again, copy.deepcopy(cell_of(notebook, "put"))]
    return notebook


def untagged(released: Notebook) -> Notebook:
    """Everything that nbgrader would know it by is gone."""
    notebook = honest(released)
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    notebook["metadata"] = {}
    return notebook


def other_kernel(released: Notebook) -> Notebook:
    notebook = honest(released)
    notebook["metadata"] = {"kernelspec": {"name": "ir", "language": "R", "display_name": "R"}}
    return notebook


def scripts(released: Notebook) -> Notebook:
    """What would run in the browser of whoever looks at it."""
    notebook = honest(released)
    evil = "<script>alert(1)</script>"
    notebook["cells"].append(
        {"cell_type": "markdown", "metadata": {}, "id": "m", "source": f"```\n{evil}\n````\n{evil}"}
    )
    notebook["cells"].append({"cell_type": "raw", "metadata": {"raw_mimetype": "text/html"}, "id": "r", "source": evil})
    html = {"output_type": "display_data", "metadata": {}, "data": {"text/html": evil}}
    notebook["cells"].append({**code(f"print('{evil}')"), "outputs": [html]})
    return notebook


NOTEBOOKS: dict[str, Callable[[Notebook], Notebook]] = {
    function.__name__: function
    for function in (
        honest,
        partial,
        hides_tracebacks,
        own_check,
        forged,
        deletes,
        edits_locked,
        copies,
        untagged,
        other_kernel,
        scripts,
    )
}


def hand_everything_in(classroom: Classroom) -> None:
    for student, made in NOTEBOOKS.items():
        classroom.hand_in(student, made(classroom.released()))
    classroom.hand_in("as_text", "import jax.numpy as jnp\n\n" + RIGHT.replace("2 * x", "3 * x"), f"{NOTEBOOK}.py")
    classroom.hand_in("broken", b"\xff not a notebook")
    classroom.hand_in("both", honest(classroom.released()))
    classroom.hand_in("both", RIGHT, f"{NOTEBOOK}.py")
    folder = classroom.hand_in("linked", honest(classroom.released()))
    (folder / "stolen.html").symlink_to(classroom.root / "tests/hidden" / UNIT / "test_work.py")
    (folder / SECRET).write_text("a secret")
    (folder / "timestamp.txt").write_text("2026-01-02 03:04:05 UTC")
