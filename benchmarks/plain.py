"""Plain nbgrader: the same checks in hidden cells, its own `Execute`, one notebook after another."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.model import Unit
from benchmarks.cell import ROOT
from tests.mutants.corpus import COURSE

_CONFIG = """\
c = get_config()
c.CourseDirectory.course_id = "plain"
c.ExecutePreprocessor.timeout = 120
c.ClearSolutions.enforce_metadata = False
"""
_HIDDEN = """\
### BEGIN HIDDEN TESTS
from benchmarks.cell import verify
verify({unit!r}, {task!r}, globals())
### END HIDDEN TESTS
"""


def lay_out(course: Path, submissions: Path, count: int, units: Sequence[Unit] = COURSE.units) -> None:
    """Make an nbgrader course of ours, with plain hidden tests, and hand in the first `count` submissions."""
    course.mkdir()
    (course / "nbgrader_config.py").write_text(_CONFIG, encoding="utf-8")
    for unit in units:
        source = course / "source" / unit.id
        source.mkdir(parents=True)
        released = ROOT / "exercises" / unit.id / f"{unit.notebook}.ipynb"
        notebook = json.dumps(_with_hidden_tests(unit.id, json.loads(released.read_text(encoding="utf-8"))))
        (source / f"{unit.notebook}.ipynb").write_text(notebook, encoding="utf-8")
        nbgrader(course, "generate_assignment", unit.id)
    for student in sorted(submissions.iterdir())[:count]:
        shutil.copytree(student, course / "submitted" / student.name)


def autograde(course: Path, units: Sequence[str] = ()) -> None:
    """`nbgrader autograde` for some units, or every one."""
    for unit in units or [unit.id for unit in COURSE.units]:
        nbgrader(course, "autograde", unit)


def nbgrader(course: Path, *words: str) -> None:
    """One command of nbgrader's; what it says is shown only when it fails."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # it calls `alembic` by its name
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "JAX_PLATFORMS": "cpu", "PATH": path}
    command = [sys.executable, "-m", "nbgrader", *words]
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr[-3000:]}")


def _with_hidden_tests(unit: str, notebook: dict[str, Any]) -> dict[str, Any]:
    for cell in notebook["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        if about.get("grade"):
            cell["source"] = _HIDDEN.format(unit=unit, task=about["grade_id"])
        elif cell["metadata"].get("jax101", {}).get("role") == "task":
            cell["source"] = "### BEGIN SOLUTION\n" + "".join(cell["source"]) + "\n### END SOLUTION\n"
    return notebook


if __name__ == "__main__":
    autograde(Path(sys.argv[1]), sys.argv[2:])
