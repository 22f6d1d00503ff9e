"""`nbgrader autograde`: every submission of a unit through `batch`, as `jax101 grade` does it, then into the gradebook.

What was handed in is found and read as there: notebooks, `.py` files, zips.  The reports stand in `reports/`, and the
same verdict is not worked out twice.  Student code runs behind the wall and nowhere else.
"""

from __future__ import annotations

import fnmatch
import glob
import os
import re
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry  # type: ignore[import-untyped]
from nbgrader.converters.base import NbGraderException  # type: ignore[import-untyped]
from traitlets import Enum, Integer

from autograder import batch
from autograder.accelerator import Use
from autograder.errors import CourseError, OutputError, UsageError
from autograder.model import Report, Unit
from autograder.nbgrader.converters import unit_of
from autograder.nbgrader.entering import Entering, Handed
from autograder.readers import Found, discover
from autograder.readers.names import name_problem
from autograder.sinks.shared import STATUSES, of
from autograder.text import visible

REPORTS = "reports"


class Autograde(Entering):
    """nbgrader's, for everything that `jax101 grade` takes."""

    jobs = Integer(0, min=0, help="Submissions at a time; 0: as many as there are cores.").tag(config=True)
    require_tier = Enum(["", "root", "namespaces", "landlock"], "", help="Refuse to grade behind a weaker wall.").tag(
        config=True
    )

    def init_notebooks(self) -> None:
        """Find what was handed in."""
        self._now = self.course()
        self._failed: list[str] = []
        self.assignments: dict[str, list[str]] = {}
        self._handed = [handed for folder in self._folders() if (handed := self._look_into(folder)) is not None]
        if not self._handed and not self._failed:
            unit = unit_of(self._now, self.coursedir.assignment_id)
            where = self._format_source(unit.id, self.coursedir.student_id)
            raise UsageError(f"nothing was handed in: there is no folder {visible(where)}.")

    def _folders(self) -> list[str]:
        return sorted(glob.glob(self._format_source(self.coursedir.assignment_id, self.coursedir.student_id)))

    def _look_into(self, folder: str) -> Handed | None:
        pattern = self._format_source("(?P<unit>.*)", "(?P<student>.*)", escape=True)
        names = re.fullmatch(pattern, folder)
        if names is None or names["student"] in self.coursedir.student_id_exclude.split(","):
            return None
        unit = unit_of(self._now, names["unit"])
        if not fnmatch.fnmatchcase(unit.notebook, self.coursedir.notebook_id):
            return None
        try:
            found = self._found_in(Path(folder), unit, names["student"])
        except UsageError as error:
            self._failed.append(names["student"])
            self.log.error("%s", visible(f"{names['student']}, {unit.id}: {error}"))
            return None
        self.assignments[folder] = [os.path.join(folder, f"{unit.notebook}.ipynb")]
        return Handed(names["student"], unit, found.folder, found)

    def _found_in(self, folder: Path, unit: Unit, student: str) -> Found:
        """What lies there; of a link, a file or whatever else stands in a folder's place the report says what it is."""
        if (folder.is_symlink() or not folder.is_dir()) and name_problem(student) is None:
            return Found(student=student, unit=unit.id, path=folder)
        [found] = discover([folder], self._now, unit=unit.id, student=student)
        return found

    def fail(self, handed: Handed, reason: str) -> None:
        """In nbgrader's log, which formgrader shows."""
        self._failed.append(handed.student)
        self.log.error("%s", visible(f"{handed.student}, {handed.unit.id}: {reason}"))

    def convert_notebooks(self) -> None:
        """Grade everyone, then write one notebook after another."""
        for unit in {handed.unit.id: handed.unit for handed in self._handed}.values():
            self._make_sure_of(unit)
        reports = self._graded()
        self.enter_all(self._now, [(handed, reports.get((handed.student, handed.unit.id))) for handed in self._handed])
        if self._failed:
            raise NbGraderException(
                f"not autograded: {', '.join(map(visible, self._failed))}; the reasons stand above."
            )

    def _make_sure_of(self, unit: Unit) -> None:
        """`CourseError` where the gradebook knows the unit with other points, or not at all."""
        with self.gradebook() as gradebook:
            try:
                known = gradebook.find_notebook(unit.notebook, unit.id)
            except MissingEntry:
                raise CourseError(
                    f"the gradebook has no {unit.id}: run `nbgrader generate_assignment {unit.id}`."
                ) from None
            points = {cell.name: cell.max_score for cell in known.grade_cells}
        if points != {task.id: task.points for task in unit.tasks}:
            raise CourseError(
                f"the gradebook's points for {unit.id} are not those of course.yml: "
                f"run `nbgrader generate_assignment {unit.id}`, then autograde again."
            )

    def _graded(self) -> dict[tuple[str, str], Report]:
        options = batch.Options(
            out=Path(self.coursedir.root, REPORTS),
            jobs=self.jobs or batch.cores(),
            tier=batch.choose_tier(self.require_tier or None, without_wall=False),
            regrade=self.force,
        )
        done = batch.grade_all([handed.found for handed in self._handed], self._now, options, _Log(self.log))
        return {(report.student, report.unit): report for report in done}


class _Log:
    """How far it is, in nbgrader's log, which formgrader shows."""

    def __init__(self, log: Any) -> None:
        self._log = log

    def begin(self, total: int, kept: int) -> None:
        self._log.info("%d submissions, %d of them graded before", total, kept)

    def rehearsing(self, units: int) -> None:
        self._log.info("Rehearsing the checks of %d units", units)

    def problem(self, error: OutputError) -> None:
        self._log.error("%s", visible(str(error)))

    def computed(self, use: Use) -> None:
        self._log.info("%d calls were computed on %s, with %d programs", use.asked, use.device, use.different)

    def done(self, report: Report) -> None:
        said = of(report.score, report.max_score) if report.status == "graded" else STATUSES[report.status]
        reason = f": {report.reason}" if report.reason else ""
        self._log.info("%s", visible(f"{report.student}, {report.unit}: {said}{reason}"))
