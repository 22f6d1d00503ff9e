"""Our steps in nbgrader's `autograde_preprocessors`: the verdict in place of `Execute`, and its scores kept.

Not subclasses of nbgrader's `Execute`: `--no-execute` switches that off, and with it whatever descends from it.
"""

from __future__ import annotations

from typing import Any

import nbformat
from nbgrader.preprocessors import AssignLatePenalties, NbGraderPreprocessor  # type: ignore[import-untyped]

from autograder.errors import Jax101Error, OutputError
from autograder.nbgrader.cells import filled
from autograder.nbgrader.entry import Judged, enter

KEY = "jax101"  # of the resources that a notebook is converted with: a `Judged`


class Verdict(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader has no types
    """Puts the verdict under each check cell.  Nothing runs here: the submission was graded before, behind the wall."""

    def __call__(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        # nbconvert asks here whether the step is enabled.  This one always is.
        return self.preprocess(nb, resources)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        judged = _judged(resources)
        return nbformat.from_dict(filled(nb, judged.report, judged.unit)), resources  # type: ignore[no-untyped-call]


class SaveScores(NbGraderPreprocessor):  # type: ignore[misc]
    """nbgrader's `SaveAutoGrades` and `AssignLatePenalties` in one transaction, and no score where there is none."""

    def __call__(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        return self.preprocess(nb, resources)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        enter(_judged(resources), nb, self._penalty)
        return nb, resources

    def _penalty(self, submission: Any, notebook: Any) -> float | None:
        """What nbgrader's own step would take off, by the plug-in that is configured for it."""
        step = AssignLatePenalties(parent=self)
        if not step.enabled:
            return None
        try:
            step.init_plugin()
            late = submission.total_seconds_late
            penalty = step.plugin_inst.late_submission_penalty(submission.student.id, notebook.score, late)
            return None if penalty is None else step._check_late_penalty(notebook, penalty)
        except Exception as error:  # an instructor's own code
            raise OutputError(f"the plug-in for late submissions failed: {type(error).__name__}: {error}") from error


def _judged(resources: Any) -> Judged:
    judged = resources.get(KEY)
    if not isinstance(judged, Judged):
        raise Jax101Error("this notebook comes without a verdict of jax101: is nbgrader_config.py the course's own?")
    return judged
