"""Reports → the gradebook and the autograded notebooks.

What `nbgrader autograde` and `jax101 grade --gradebook` share: one submission after another, by nbgrader's own way of
converting a notebook, with our steps in it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from nbgrader import converters  # type: ignore[import-untyped]
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

from autograder.errors import NotASubmission, OutputError, UsageError
from autograder.model import Course, Report, Unit
from autograder.nbgrader import timestamps
from autograder.nbgrader.cells import Notebook, assembled, digest
from autograder.nbgrader.converters import Told
from autograder.nbgrader.entry import Judged, stands
from autograder.nbgrader.steps import KEY
from autograder.pages import read_page
from autograder.readers import Found, passages, read
from autograder.release import notebook_text
from autograder.text import one_line, visible

_SECRET = "submission_secret.txt"
_KEPT = (timestamps.FILE, _SECRET)  # nbgrader's: for late penalties, and for giving feedback back


class Handed(NamedTuple):
    """A submission, and where it lies."""

    student: str
    unit: Unit
    folder: Path | None  # its own, where nbgrader's files about it may be
    found: Found


class Entering(Told, converters.Autograde):  # type: ignore[misc]  # nbgrader has no types
    """nbgrader's `Autograde`, for submissions that were graded before."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._released: dict[str, Notebook] = {}  # by unit

    def enter_all(self, course: Course, handed: Iterable[tuple[Handed, Report | None]]) -> int:
        """Enter them in their order; how many were not there already.  What is wrong with one does not stop the others.

        Raises `SQLAlchemyError` where the gradebook cannot be used; what was entered by then stays.  `OutputError`
        where somebody else is entering: there is one writer, whichever command it is.
        """
        entered = 0
        with self.alone(), self.gradebook() as gradebook:
            for each, report in handed:
                if report is None or report.status == "infrastructure_error":
                    reason = report.reason if report else "its report could not be written, see above"
                    self.fail(each, f"not graded, and no zero: {reason}; grade it again.")
                    continue
                try:
                    entered += self._enter(course, each, self._judged(gradebook, each, report))
                except (OutputError, UsageError) as error:
                    self.fail(each, str(error))
                except OSError as error:
                    self.fail(each, f"{error.filename or 'a file'} cannot be written: {error.strerror or error}.")
                except (DataError, IntegrityError) as error:
                    self.fail(each, f"the gradebook does not take it: {one_line(str(error.orig))[:200]}.")
                except SQLAlchemyError:
                    raise
                except Exception as error:  # noqa: BLE001  whatever it is, one submission must not stop a class
                    self.fail(each, f"not entered: a mistake of ours ({type(error).__name__}), please tell us.")
        return entered

    def fail(self, handed: Handed, reason: str) -> None:
        """Say what became of a submission that was not entered."""
        raise NotImplementedError

    def warn(self, text: str) -> None:
        """Say something that stops nothing."""
        self.log.warning("%s", visible(text))

    # ----- one submission

    def _judged(self, gradebook: Any, handed: Handed, report: Report) -> Judged:
        return Judged(
            gradebook=gradebook,
            report=report,
            unit=handed.unit,
            timestamp=self._timestamp(handed.student, _kept(handed.folder)),
            create_student=self.create_student,
        )

    def _enter(self, course: Course, handed: Handed, judged: Judged) -> bool:
        """The gradebook's entry, then the autograded notebook; neither where both are of this very verdict.

        A submission is entered once its notebook is whole: a kill before that is made good by the next run.
        """
        destination = Path(self._format_dest(handed.unit.id, handed.student))
        beside = _beside(course, handed)
        if not self.force and _is_current(destination, beside, judged) and stands(judged):
            self.log.info("Skipping %s: nothing has changed", destination)
            return False
        self.notebooks = [os.path.join(self._format_source(handed.unit.id, handed.student), _file(handed.unit))]
        self.run_pre_convert_hook()
        output, resources = self._converted(course, handed, judged)
        try:
            _lay_out(destination, beside)
            self.write_single_notebook(output, resources)
            self.set_permissions(handed.unit.id, handed.student)
        except BaseException:
            shutil.rmtree(destination, ignore_errors=True)  # half of it would pass for all of it
            raise
        self.run_post_convert_hook()
        return True

    def _timestamp(self, student: str, kept: dict[str, bytes]) -> datetime | None:
        text = kept.get(timestamps.FILE, b"").decode(errors="replace").strip()
        timestamp = timestamps.time_in(text)
        if text and timestamp is None:
            self.warn(f"{student}: timestamp.txt holds no time: {text[:40]}")
        return timestamp

    def _converted(self, course: Course, handed: Handed, judged: Judged) -> tuple[Any, Any]:
        """The student's cells in the released notebook, through nbgrader's steps and ours."""
        submission = read(handed.found, course)
        if submission.sha256 != judged.report.submission.sha256:
            raise OutputError("it was changed while it was graded; grade it again.")
        theirs = []
        with contextlib.suppress(NotASubmission):  # the report says so
            theirs = passages(submission)
        notebook = assembled(self.released(course, handed.unit), theirs, handed.unit)
        resources = {**self.init_single_notebook_resources(self.notebooks[0]), KEY: judged}
        self.exporter._preprocessors = []
        for step in self.autograde_preprocessors:
            self.exporter.register_preprocessor(step)
        done: tuple[Any, Any] = self.exporter.from_notebook_node(nbformat.from_dict(notebook), resources)  # type: ignore[no-untyped-call]
        return done

    def released(self, course: Course, unit: Unit) -> Notebook:
        """The unit's notebook as students get it."""
        if unit.id not in self._released:
            text = notebook_text(read_page(course, unit), unit)
            self._released[unit.id] = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]
        return self._released[unit.id]


def _file(unit: Unit) -> str:
    return f"{unit.notebook}.ipynb"


def _is_current(destination: Path, beside: dict[str, bytes], judged: Judged) -> bool:
    """Whether the notebook there was made from this very report, and beside it is what was handed in with it."""
    try:
        notebook = json.loads((destination / _file(judged.unit)).read_bytes())
        same = notebook["metadata"]["jax101"]["report"] == digest(judged.report)
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return same and beside == {name: timestamps.small_file(destination / name) for name in beside}


def _lay_out(destination: Path, beside: dict[str, bytes]) -> None:
    """A new folder with nbgrader's own files.

    Nothing else a student sent is copied: it would be handed on with the feedback, whatever a link led to.
    """
    if destination.exists():
        shutil.rmtree(destination)
    destination.mkdir(parents=True)
    for name, content in beside.items():
        (destination / name).write_bytes(content)


def _beside(course: Course, handed: Handed) -> dict[str, bytes]:
    """Both of nbgrader's own files: `release_feedback` reads those of all students, as text, and ends where one is
    missing, empty or no text.  A secret that a student lacks is made of the course's salt: nobody else can guess it.
    """
    secret = hashlib.sha256(f"{course.salt}\0feedback\0{handed.student}\0{handed.unit.id}".encode()).hexdigest()
    return {timestamps.FILE: b"", _SECRET: secret.encode(), **_kept(handed.folder)}


def _kept(folder: Path | None) -> dict[str, bytes]:
    """What there is of nbgrader's own files in a folder, as text: plain and small ones, no link followed."""
    files = {name: timestamps.small_file(folder / name) for name in _KEPT} if folder is not None else {}
    return {name: content.decode(errors="replace").encode() for name, content in files.items() if content}
