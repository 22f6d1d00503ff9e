"""nbgrader on this course: `nbgrader_config.py` calls `configure`, and everything else follows.

The modules here are nbgrader's plug-ins: nbgrader loads them, nothing else of ours does, so it can stay optional.
`cells` and `cards` know nothing of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

_STEP = "autograder.nbgrader.steps"


def configure(c: Any, config_file: str) -> None:
    """Set nbgrader up for the course in whose folder `config_file` stands: its commands, and formgrader.

    Pages become assignments, `solutions/` → `exercises/`; `autograde` goes through our wall, never through a kernel.
    What is set here can be changed below the call, in nbgrader's own words; the steps of `autograde` cannot be left
    out.  Raises where this nbgrader is none we know: the caller must then end, since nbgrader would go on without.
    """
    from autograder.nbgrader.converters import install

    c.CourseDirectory.root = str(Path(config_file).resolve().parent)
    c.CourseDirectory.source_directory = "solutions"
    c.CourseDirectory.release_directory = "exercises"
    c.GenerateAssignment.preprocessors = ["nbgrader.preprocessors.SaveCells"]  # the page makes the rest
    # Ours come first in both lists: where nbgrader's own converter ran after all, they would stop it.
    c.Autograde.sanitize_preprocessors = [f"{_STEP}.Verdict"]
    c.Autograde.autograde_preprocessors = [
        f"{_STEP}.Verdict",
        f"{_STEP}.SaveScores",
        "nbgrader.preprocessors.AssignLatePenalties",
    ]
    c.GenerateFeedback.force = True  # it is made of what stands in the gradebook now, so an old one is of no use
    c.GenerateFeedback.preprocessors = ["nbgrader.preprocessors.GetGrades"]
    c.GenerateFeedback.exporter_class = "autograder.nbgrader.feedback.FeedbackExporter"
    c.ExportApp.plugin_class = "autograder.nbgrader.export.CsvExport"
    c.FileNameCollectorPlugin.valid_ext = [".ipynb", ".py"]
    install()
