"""`jax101 grade --gradebook`: a class that was graded elsewhere goes into a gradebook, as `nbgrader autograde` does it.

nbgrader's settings are the course's own, as its commands and formgrader read them; only the address is the caller's.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from nbconvert.writers.files import FilesWriter
from nbgrader.api import InvalidEntry, MissingEntry  # type: ignore[import-untyped]
from nbgrader.apps import NbGrader  # type: ignore[import-untyped]
from nbgrader.preprocessors import SaveCells  # type: ignore[import-untyped]
from sqlalchemy.exc import SQLAlchemyError

from autograder.errors import CourseError, Jax101Error, OutputError
from autograder.model import Course, Report, Unit
from autograder.nbgrader import CONFIG, Entered, books, configure
from autograder.nbgrader.assignments import refuse_other_cells
from autograder.nbgrader.converters import MOMENT
from autograder.nbgrader.entering import Entering, Handed
from autograder.readers import Found
from autograder.text import one_line


def enter(address: str, course: Course, found: Sequence[Found], reports: Sequence[Report], *, anew: bool) -> Entered:
    """Enter what was handed in and graded, by student and unit.  Those that have no report are left out, and those of
    no unit of the course: a remark says so.

    `anew`: also what stands there already.  Raises as `prepare` does; what was entered by then stays.
    """
    course_units = {unit.id: unit for unit in course.units}
    verdicts = {(report.student, report.unit): report for report in reports}
    handed = [
        (Handed(each.student, course_units[each.unit], each.folder, each), report)
        for each in found
        if each.unit in course_units and (report := verdicts.get((each.student, each.unit))) is not None
    ]
    clerk = _clerk(address, course)
    clerk.force = anew
    for each in found:
        if each.unit not in course_units:
            clerk.warn(f"{each.student}: the course has no unit {each.unit}, so it is not in the gradebook.")
    with _told(address):
        entered = clerk.enter_all(course, handed)
    return Entered(entered, len(handed) - entered - len(clerk.problems), tuple(clerk.problems), tuple(clerk.remarks))


def prepare(address: str, course: Course, units: Sequence[Unit]) -> list[str]:
    """See that a gradebook can be used, and that it knows the units as the course has them now; what changed in it.

    Raises `OutputError` where it cannot be used, or somebody else is at it for long; `CourseError` where a unit's
    cells came or went under submissions, or nbgrader's settings are wrong.
    """
    clerk = _clerk(address, course)
    with _told(address), clerk.alone(patience=MOMENT):
        for unit in units:
            clerk.follow(course, unit)
    return clerk.remarks


class _Clerk(Entering):
    """Collects what `Entering` says."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.problems: list[str] = []
        self.remarks: list[str] = []
        self.writer = FilesWriter(parent=self, config=self.config)  # type: ignore[no-untyped-call]
        self.exporter = self.exporter_class(parent=self, config=self.config)

    def fail(self, handed: Handed, reason: str) -> None:
        self.problems.append(f"{handed.student}, {handed.unit.id}: {reason}")

    def warn(self, text: str) -> None:
        self.remarks.append(text)

    def follow(self, course: Course, unit: Unit) -> None:
        """Make the gradebook's assignment what the course has, as `nbgrader generate_assignment` would."""
        notebook = self.released(course, unit)
        with self.gradebook() as gradebook:
            refuse_other_cells(gradebook, unit, notebook)
            known = _known(gradebook, unit)
            if known == _wanted(notebook):
                return
            if known is not None and (changed := _changed_points(known, unit)):
                self.warn(
                    f"{unit.id}: the gradebook takes over the points of course.yml ({changed}). "
                    "Grade all submissions of this unit again that are in it."
                )
            gradebook.update_or_create_assignment(unit.id)
        about = {"notebook": unit.notebook, "assignment": unit.id, "db_url": self.coursedir.db_url}
        SaveCells(parent=self).preprocess(notebook, {"nbgrader": about})


def _known(gradebook: Any, unit: Unit) -> dict[str, tuple[Any, ...]] | None:
    """What a gradebook has of each cell: points, kind, text; `None` where it does not know the unit."""
    try:
        notebook = gradebook.find_notebook(unit.notebook, unit.id)
    except MissingEntry:
        return None
    points = {cell.name: cell.max_score for cell in notebook.grade_cells}
    solutions = {cell.name for cell in notebook.solution_cells}
    return {
        cell.name: (points.get(cell.name), cell.name in solutions, cell.source, cell.checksum)
        for cell in notebook.source_cells
    }


def _wanted(notebook: Any) -> dict[str, tuple[Any, ...]]:
    abouts = [(cell.metadata.nbgrader, cell.source) for cell in notebook.cells if "nbgrader" in cell.metadata]
    return {
        about.grade_id: (about.points if about.grade else None, about.solution, source, about.get("checksum"))
        for about, source in abouts
    }


def _changed_points(known: dict[str, tuple[Any, ...]], unit: Unit) -> str:
    old = {name: cell[0] for name, cell in known.items()}
    return ", ".join(
        f"{task.id} {old[task.id]:g} → {task.points:g}"
        for task in unit.tasks
        if old.get(task.id) not in (None, task.points)
    )


# --------------------------------------------------------------------------- nbgrader's settings


class _App(NbGrader):  # type: ignore[misc]  # nbgrader has no types
    """Reads the settings as nbgrader's commands do, but for the current folder: what lies there may be a submission."""

    name = "jax101-grade"
    load_cwd_config = False
    raise_config_file_errors = True

    def init_syspath(self) -> None:
        """nbgrader puts the current folder first."""


def _clerk(address: str, course: Course) -> _Clerk:
    app = _App(log_level=logging.CRITICAL)  # what there is to say, we say
    if str(course.root) not in sys.path:
        sys.path.append(str(course.root))  # the instructor's own plug-ins
    try:
        if not (course.root / CONFIG).is_file():
            configure(app.config, str(course.root / CONFIG))
        app.initialize([], root=str(course.root))
    except SystemExit as error:
        raise CourseError(str(error.code)) from None
    except Jax101Error:
        raise
    except Exception as error:  # noqa: BLE001  an instructor's own code
        raise CourseError(f"{CONFIG}: {type(error).__name__}: {error}") from None
    app.coursedir.root = str(course.root)
    app.coursedir.db_url = address
    return _Clerk(coursedir=app.coursedir, parent=app)


@contextmanager
def _told(address: str) -> Iterator[None]:
    """A database's complaints, as sentences."""
    try:
        yield
    except SQLAlchemyError as error:
        raise OutputError(books.trouble(address, error)) from None
    except InvalidEntry as error:  # nbgrader's word for the same
        raise OutputError(
            f"the gradebook {books.shown(address)} cannot be used: {one_line(str(error))[:200]}"
        ) from None
