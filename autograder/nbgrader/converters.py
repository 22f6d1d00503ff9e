"""What our two converters share, and how they take the places of nbgrader's.

nbgrader's converters look for notebooks.  A page that is text, and a submission that is a `.py` file or a zip, do not
exist for them, and the former they would copy to students, solutions and all.  No setting of nbgrader's can tell them
otherwise, so two classes of ours stand in for two of theirs, in its commands and in formgrader alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from nbgrader.converters.base import NbGraderException  # type: ignore[import-untyped]
from sqlalchemy.exc import SQLAlchemyError

from autograder.course import find_course
from autograder.errors import Jax101Error, UsageError
from autograder.model import Course, Unit
from autograder.nbgrader import books, timestamps
from autograder.reports import Held, lock
from autograder.text import visible

MOMENT = 30.0  # seconds that what takes a moment waits for what may take longer


class Told:
    """What goes wrong is told in a sentence, as nbgrader's own complaints are: logged, and the command ends with 1."""

    coursedir: Any
    log: Any

    def start(self) -> None:
        """As the converter's own."""
        try:
            super().start()  # type: ignore[misc]  # the converter's
        except Jax101Error as error:
            said = str(error)
        except SQLAlchemyError as error:
            said = books.trouble(self.coursedir.db_url, error)
        except OSError as error:
            said = f"{error.filename or 'a file'} cannot be written or read: {error.strerror or error}."
        else:
            return
        for line in said.split("\n"):
            self.log.error("%s", visible(line))
        raise NbGraderException(said)

    def course(self) -> Course:
        """The course as its files say now; `CourseError` where they are wrong."""
        return find_course(Path(self.coursedir.root), Path(self.coursedir.root))

    def alone(self, patience: float = 0.0) -> AbstractContextManager[Held]:
        """Be the only one who writes what the gradebook holds of this course, whichever gradebook: the autograded
        notebooks are the same.  `OutputError` where somebody else still is after `patience` seconds.

        nbgrader looks whether a row is there and then adds it, so two at once would both add it, and one would fail.
        """
        place = Path(self.coursedir.root, self.coursedir.autograded_directory)
        return lock(place, instead="then run this again", patience=patience)

    @contextmanager
    def gradebook(self) -> Iterator[Any]:
        """The gradebook; whatever its database complains of is told by `start`."""
        with books.opened(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            yield gradebook


def unit_of(course: Course, name: str) -> Unit:
    """The unit that is the assignment of that name; `UsageError` where there is none."""
    for unit in course.units:
        if unit.id == name:
            return unit
    raise UsageError(f"the course has no unit {visible(name)!r}, it has {', '.join(unit.id for unit in course.units)}.")


def install() -> None:
    """Put our converters in the places of nbgrader's.  `Jax101Error` where this nbgrader keeps its elsewhere."""
    from autograder.nbgrader.assignments import GenerateAssignment
    from autograder.nbgrader.autograding import Autograde

    for ours, command in ((GenerateAssignment, "generateassignmentapp"), (Autograde, "autogradeapp")):
        for name in ("converters", "apps.api", f"apps.{command}"):
            module = import_module(f"nbgrader.{name}")
            theirs = getattr(module, ours.__name__, None)
            if theirs is None or not issubclass(ours, theirs):
                raise Jax101Error(f"this version of nbgrader has no nbgrader.{name}.{ours.__name__}: install 0.9.6")
            setattr(module, ours.__name__, ours)
    timestamps.install()
