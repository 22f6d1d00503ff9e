"""`nbgrader autograde`: every submission of a unit through `batch`, as `jax101 grade` does it, then into the gradebook.

What was handed in is found and read as there: notebooks, `.py` files, zips.  The reports stand in `reports/`, and the
same verdict is not worked out twice.  Student code runs behind the wall and nowhere else.
"""

from __future__ import annotations

import contextlib
import fnmatch
import glob
import json
import os
import re
import shutil
import stat
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from nbgrader import converters, utils  # type: ignore[import-untyped]
from nbgrader.api import MissingEntry  # type: ignore[import-untyped]
from nbgrader.converters.base import NbGraderException  # type: ignore[import-untyped]
from traitlets import Enum, Integer

from autograder import batch
from autograder.errors import CourseError, NotASubmission, OutputError, UsageError
from autograder.model import Report, Unit
from autograder.nbgrader.cells import Notebook, assembled, digest
from autograder.nbgrader.converters import Told, unit_of
from autograder.nbgrader.steps import KEY, Judged
from autograder.pages import read_page
from autograder.readers import Found, discover, passages, read
from autograder.release import notebook_text
from autograder.sinks.shared import STATUSES, of
from autograder.text import visible

REPORTS = "reports"
_KEPT = ("timestamp.txt", "submission_secret.txt")  # nbgrader's: for late penalties, and for giving feedback back
_KEPT_BYTES = 1000


class Handed(NamedTuple):
    """A submission, and the names that nbgrader has for it."""

    student: str
    unit: Unit
    folder: str
    found: Found


class Autograde(Told, converters.Autograde):  # type: ignore[misc]  # nbgrader has no types
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
            [found] = discover([Path(folder)], self._now, unit=unit.id, student=names["student"])
        except UsageError as error:
            self._fail(names["student"], unit.id, str(error))
            return None
        self.assignments[folder] = [os.path.join(folder, f"{unit.notebook}.ipynb")]
        return Handed(names["student"], unit, folder, found)

    def _fail(self, student: str, unit: str, reason: str) -> None:
        self._failed.append(student)
        self.log.error("%s", visible(f"{student}, {unit}: {reason}"))

    # ----- grading

    def convert_notebooks(self) -> None:
        """Grade everyone, then write one notebook after another."""
        units = {handed.unit.id: handed.unit for handed in self._handed}
        self._released = {name: self._release(unit) for name, unit in units.items()}
        reports = self._graded()
        for handed in self._handed:
            report = reports.get((handed.student, handed.unit.id))
            if report is None or report.status == "infrastructure_error":
                reason = report.reason if report else "its report could not be written, see above"
                self._fail(handed.student, handed.unit.id, f"not graded, and no zero: {reason}; autograde it again.")
                continue
            self._enter(handed, report)
        if self._failed:
            raise NbGraderException(
                f"not autograded: {', '.join(map(visible, self._failed))}; the reasons stand above."
            )

    def _release(self, unit: Unit) -> Notebook:
        """The unit's notebook as students get it.  `CourseError` where the gradebook knows another."""
        text = notebook_text(read_page(self._now, unit), unit)
        notebook: Notebook = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]
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
        return notebook

    def _graded(self) -> dict[tuple[str, str], Report]:
        options = batch.Options(
            out=Path(self.coursedir.root, REPORTS),
            jobs=self.jobs or batch.cores(),
            tier=batch.choose_tier(self.require_tier or None, without_wall=False),
            regrade=self.force,
        )
        done = batch.grade_all([handed.found for handed in self._handed], self._now, options, _Log(self.log))
        return {(report.student, report.unit): report for report in done}

    # ----- writing

    def _enter(self, handed: Handed, report: Report) -> None:
        """The autograded notebook, and the gradebook's entry; neither where both are of this very verdict."""
        destination = Path(self._format_dest(handed.unit.id, handed.student))
        self.notebooks = self.assignments[handed.folder]
        if not self.force and self._is_current(handed, report, destination):
            self.log.info("Skipping %s: nothing has changed", destination)
            return
        if destination.exists():
            shutil.rmtree(destination)
        try:
            self.run_pre_convert_hook()
            self.init_assignment(handed.unit.id, handed.student)
            self._convert(handed, report)
            self.set_permissions(handed.unit.id, handed.student)
            self.run_post_convert_hook()
        except BaseException:
            shutil.rmtree(destination, ignore_errors=True)  # half of it would pass for all of it
            raise

    def _is_current(self, handed: Handed, report: Report, destination: Path) -> bool:
        try:
            notebook = json.loads((destination / f"{handed.unit.notebook}.ipynb").read_bytes())
            same = notebook["metadata"]["jax101"]["report"] == digest(report)
        except (OSError, ValueError, KeyError, TypeError):
            return False
        with self.gradebook() as gradebook:
            try:
                gradebook.find_submission(handed.unit.id, handed.student)
            except MissingEntry:
                return False
        return same and _kept(Path(handed.folder)) == _kept(destination)

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Enter student and submission into the gradebook; of the files beside it only nbgrader's own are kept.

        Nothing else a student sent is copied: it would be handed on with the feedback, whatever a link led to.
        """
        kept = _kept(Path(self._format_source(assignment_id, student_id)))
        timestamp = self._timestamp(student_id, kept)
        with self.gradebook() as gradebook:
            if self.create_student:
                gradebook.update_or_create_student(student_id)
            when = {"timestamp": timestamp} if timestamp else {}
            try:
                gradebook.update_or_create_submission(assignment_id, student_id, **when)
            except MissingEntry as error:
                raise UsageError(f"{error}: add the student with `nbgrader db student add`.") from None
        destination = Path(self._format_dest(assignment_id, student_id))
        destination.mkdir(parents=True, exist_ok=True)
        for name, content in kept.items():
            (destination / name).write_bytes(content)

    def _timestamp(self, student: str, kept: dict[str, bytes]) -> datetime | None:
        text = kept.get("timestamp.txt", b"").decode(errors="replace").strip()
        try:
            timestamp: datetime | None = utils.parse_utc(text) if text else None
        except (ValueError, OverflowError):
            self.log.warning("%s", visible(f"{student}: timestamp.txt holds no time: {text[:40]}"))
            return None
        return timestamp

    def _convert(self, handed: Handed, report: Report) -> None:
        """The student's cells in the released notebook, through nbgrader's steps and ours, onto the disk."""
        submission = read(handed.found, self._now)
        if submission.sha256 != report.submission.sha256:
            raise OutputError(f"{handed.folder} was changed while it was graded; autograde it again.")
        theirs = []
        with contextlib.suppress(NotASubmission):  # the report says so
            theirs = passages(submission)
        notebook = assembled(self._released[handed.unit.id], theirs, handed.unit)
        resources = self.init_single_notebook_resources(self.assignments[handed.folder][0])
        resources[KEY] = Judged(report, handed.unit)
        self.exporter._preprocessors = []
        for step in self.autograde_preprocessors:
            self.exporter.register_preprocessor(step)
        output, resources = self.exporter.from_notebook_node(nbformat.from_dict(notebook), resources)  # type: ignore[no-untyped-call]
        self.write_single_notebook(output, resources)


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

    def done(self, report: Report) -> None:
        said = of(report.score, report.max_score) if report.status == "graded" else STATUSES[report.status]
        reason = f": {report.reason}" if report.reason else ""
        self._log.info("%s", visible(f"{report.student}, {report.unit}: {said}{reason}"))


def _kept(folder: Path) -> dict[str, bytes]:
    """nbgrader's own files in a folder: plain and small ones, no link followed."""
    kept = {}
    for name in _KEPT:
        with contextlib.suppress(OSError):
            handle = os.open(folder / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with open(handle, "rb") as file:
                if stat.S_ISREG(os.fstat(handle).st_mode):
                    kept[name] = file.read(_KEPT_BYTES)
    return kept
