"""Our steps in nbgrader's `autograde_preprocessors`: the verdict in place of `Execute`, and its scores kept.

Not subclasses of nbgrader's `Execute`: `--no-execute` switches that off, and with it whatever descends from it.
"""

from __future__ import annotations

from typing import Any

import msgspec
import nbformat
from nbgrader.preprocessors import NbGraderPreprocessor, SaveAutoGrades  # type: ignore[import-untyped]

from autograder.errors import Jax101Error
from autograder.model import Report, Unit
from autograder.nbgrader.cells import filled

KEY = "jax101"  # of the resources that a notebook is converted with


class Judged(msgspec.Struct, frozen=True):
    """What a notebook is converted with: its report, and the unit as the course has it now."""

    report: Report
    unit: Unit


class Verdict(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader has no types
    """Puts the verdict under each check cell.  Nothing runs here: the submission was graded before, behind the wall."""

    def __call__(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        # nbconvert asks here whether the step is enabled.  This one always is.
        return self.preprocess(nb, resources)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        judged = _judged(resources)
        return nbformat.from_dict(filled(nb, judged.report, judged.unit)), resources  # type: ignore[no-untyped-call]


class SaveScores(SaveAutoGrades):  # type: ignore[misc]
    """nbgrader's own, but for a submission without a score: that needs a person, and is neither 0 nor full marks."""

    def __call__(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        _judged(resources)
        kept: tuple[Any, Any] = self.preprocess(nb, resources)
        return kept

    def _add_score(self, cell: Any, resources: Any) -> None:
        if _judged(resources).report.status == "graded":
            super()._add_score(cell, resources)
            return
        name = cell.metadata["nbgrader"]["grade_id"]
        grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
        grade.auto_score, grade.needs_manual_grade = None, True
        self.gradebook.db.commit()


def _judged(resources: Any) -> Judged:
    judged = resources.get(KEY)
    if not isinstance(judged, Judged):
        raise Jax101Error("this notebook comes without a verdict of jax101: is nbgrader_config.py the course's own?")
    return judged
