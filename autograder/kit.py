"""What a unit is graded with: its page, its check files, its reference; and the fingerprint of it all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from platform import python_version

import msgspec

from autograder.checking.run import CheckFile
from autograder.course import dump_unit
from autograder.errors import CourseError
from autograder.model import Cell, Course, Environment, Limits, Page, Program, Unit
from autograder.pages import read_page
from autograder.sandbox.protocol import CellSource

_PACKAGE = Path(__file__).parent
_JUDGING = ("checking", "sandbox", "readers")  # the rooms that have a part in a verdict; the house's own files do, too


class Kit(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a slot needs to know of a unit; plain data, made once and sent to every slot."""

    unit: Unit
    page: Page
    public: tuple[Path, ...]
    hidden: tuple[Path, ...]
    fingerprint: str

    @property
    def files(self) -> tuple[CheckFile, ...]:
        """The check files, public ones first: nothing a hidden check sends can be seen by a later public one."""
        return (*(CheckFile(path, False) for path in self.public), *(CheckFile(path, True) for path in self.hidden))

    def reference(self) -> Program:
        """The course's own solution, as a program."""
        return Program(module="reference", provided=self._cells("provided"), cells=self._cells("task"))

    def stand_ins(self, tasks: Sequence[str]) -> tuple[CellSource, ...]:
        """The reference's cells of some tasks."""
        return tuple(
            CellSource(f"reference {cell.task}", cell.source, 1)
            for cell in self.page.cells
            if cell.role == "task" and cell.task in tasks
        )

    @property
    def limits(self) -> Limits:
        """What one worker may use: the unit's limits, or more where one of its tasks needs more."""
        limits = [self.unit.limits, *(task.limits for task in self.unit.tasks)]
        most = {
            name: max(getattr(each, name) for each in limits) for name in ("load_seconds", "memory_mb", "output_kb")
        }
        return msgspec.structs.replace(self.unit.limits, **most)

    def _cells(self, role: str) -> tuple[Cell, ...]:
        chosen = [cell for cell in self.page.cells if cell.role == role]
        return tuple(Cell(name=f"{role} {cell.task or i}", source=cell.source) for i, cell in enumerate(chosen))


def kit_for(course: Course, unit: Unit) -> Kit:
    """Read what a unit is graded with.  `CourseError` names what is missing."""
    page = read_page(course, unit)
    # Only what students get: `release` hands out this file and no other.
    public = tuple((course.root / "solutions" / unit.id).glob(f"test_{unit.notebook}.py"))
    hidden = tuple(sorted((course.root / "tests" / "hidden" / unit.id).glob("test_*.py")))
    if not public and not hidden:
        raise CourseError(
            f"{unit.id} has no checks: put test_{unit.notebook}.py into solutions/{unit.id} or tests/hidden/{unit.id}."
        )
    return Kit(
        unit=unit, page=page, public=public, hidden=hidden, fingerprint=_fingerprint(course, unit, public + hidden)
    )


def environment(kit: Kit, device: str, sandbox: str) -> Environment:
    """Versions, without importing what they are of: the trusted side starts no JAX."""
    return Environment(
        python=python_version(),
        jax=metadata.version("jax"),
        jaxlib=metadata.version("jaxlib"),
        numpy=metadata.version("numpy"),
        device=device,
        sandbox=sandbox,
        checks_sha256=kit.fingerprint,
    )


def _fingerprint(course: Course, unit: Unit, files: tuple[Path, ...]) -> str:
    """What a verdict depends on besides the submission: checks, page, points, limits, salt, and the grader itself."""
    digest = hashlib.sha256()
    page = course.root / "solutions" / unit.id / f"{unit.notebook}.py"
    ours = sorted(path for room in _JUDGING for path in (_PACKAGE / room).rglob("*.py"))
    for path in (*files, page, *ours, *sorted(_PACKAGE.glob("*.py"))):
        data = path.read_bytes()
        digest.update(f"{path.name}\0{len(data)}\0".encode() + data)
    digest.update(f"{course.salt}\0{dump_unit(course, unit)}".encode())
    digest.update(repr([(task.id, task.limits) for task in unit.tasks]).encode())
    return digest.hexdigest()
