"""nbgrader on this course: `nbgrader_config.py` calls `configure`, and everything else follows.

The modules here are nbgrader's plug-ins: nbgrader loads them, and `Book` for the command line, so it can stay optional.
`cells` and `cards` know nothing of it.
"""

from __future__ import annotations

import importlib.util
import os
import sysconfig
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from autograder.errors import OutputError
from autograder.model import Course, Report
from autograder.readers import Found

CONFIG = "nbgrader_config.py"
_STEP = "autograder.nbgrader.steps"


def configure(c: Any, config_file: str) -> None:
    """Set nbgrader up for the course in whose folder `config_file` stands: its commands, and formgrader.

    Pages become assignments, `solutions/` → `exercises/`; `autograde` goes through our wall, never through a kernel.
    What is set here can be changed below the call, in nbgrader's own words; the steps of `autograde` cannot be left
    out.  Raises where this nbgrader is none we know: the caller must then end, since nbgrader would go on without.
    """
    from autograder.nbgrader.converters import install

    _find_programs()
    c.CourseDirectory.root = str(Path(config_file).resolve().parent)
    c.CourseDirectory.source_directory = "solutions"
    c.CourseDirectory.release_directory = "exercises"
    c.GenerateAssignment.preprocessors = ["nbgrader.preprocessors.SaveCells"]  # the page makes the rest
    # Ours come first in both lists: where nbgrader's own converter ran after all, they would stop it.
    c.Autograde.sanitize_preprocessors = [f"{_STEP}.Verdict"]
    c.Autograde.autograde_preprocessors = [
        f"{_STEP}.Verdict",
        f"{_STEP}.SaveScores",  # penalties for late submissions as well
    ]
    c.GenerateFeedback.force = True  # it is made of what stands in the gradebook now, so an old one is of no use
    c.GenerateFeedback.preprocessors = ["nbgrader.preprocessors.GetGrades"]
    c.GenerateFeedback.exporter_class = "autograder.nbgrader.feedback.FeedbackExporter"
    c.ExportApp.plugin_class = "autograder.nbgrader.export.CsvExport"
    c.FileNameCollectorPlugin.valid_ext = [".ipynb", ".py"]
    install()


def _find_programs() -> None:
    """nbgrader calls `alembic` by its name: where the environment is not activated, let it find the one beside it."""
    scripts, path = sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath)
    if scripts not in path.split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join((scripts, path))


class Entered(NamedTuple):
    """How many submissions went into a gradebook, how many stood there already, and what there is to say."""

    new: int
    kept: int
    problems: tuple[str, ...]
    remarks: tuple[str, ...]


class Book:
    """The gradebook of `jax101 grade --gradebook`."""

    def __init__(self, said: str) -> None:
        """`UsageError` where what was said is no address, `OutputError` where nbgrader is missing."""
        if importlib.util.find_spec("nbgrader") is None:
            raise OutputError("--gradebook needs nbgrader: pip install 'jax101[instructor]'.")
        from autograder.nbgrader import books

        self._address = books.address(said)
        self.shown = books.shown(self._address)

    def prepare(self, course: Course, found: Sequence[Found]) -> list[str]:
        """See to it before anything is graded that all can be entered; what changed in the gradebook for that."""
        from autograder.nbgrader import grade

        handed_in = {each.unit for each in found}
        return grade.prepare(self._address, course, [unit for unit in course.units if unit.id in handed_in])

    def enter(self, course: Course, found: Sequence[Found], reports: Sequence[Report], *, anew: bool) -> Entered:
        """Enter what was handed in and graded; see `grade.enter`."""
        from autograder.nbgrader import grade

        return grade.enter(self._address, course, found, reports, anew=anew)
