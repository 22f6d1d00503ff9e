"""Paths on the command line → who handed in what, and where it lies.  Looks at entries of folders, opens no file.

    pure.py  04_pure.ipynb  ada.zip       a single file; its student is its stem
    ada/04_pure/                          a folder with one submission
    ada/  solutions/                      the units of one student: the folder's name
    submitted/                            a tree <student>/<unit>/<file>, as nbgrader lays it out

What a student did wrongly is a `problem` of that submission; what the caller did wrongly is a `UsageError`.
"""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path, PurePath

import msgspec

from autograder.errors import UsageError
from autograder.model import Course, Unit
from autograder.readers.kinds import KINDS, ZIP, own_files
from autograder.readers.names import name_problem, shown, stand_in
from autograder.text import few

# What programs leave behind: no one handed it in, and it comes and goes between two runs.
_MACHINE_MADE = {"__pycache__", "__MACOSX", ".ipynb_checkpoints", ".pytest_cache", ".DS_Store", ".git"}


_MOST_STRANGERS = 10  # things of a student's that are no unit and have a report each; the others are counted
_MOST_NAMED = 4  # files that a problem names


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Something handed in: a file to read, or the `problem` why there is none."""

    student: str
    unit: str
    path: Path | None = None
    folder: Path | None = None  # the unit's own, where it lies in one
    home: Path | None = None  # the whole folder that the student may have filled
    ignored: tuple[str, ...] = ()  # the names of what lies beside it
    problem: str | None = None


def discover(
    paths: Sequence[Path],
    course: Course,
    unit: str | None = None,
    student: str | None = None,
    *,
    own: bool = False,
) -> list[Found]:
    """Everything handed in under some paths, by student, then unit.

    In a tree, `unit` and `student` choose what is taken; of a single submission they say what it is and whose.
    `own`: it is the caller's own work, and a folder of units beside it is an older copy, not another student.
    `UsageError`: no such path, an unknown unit, a name that cannot be one, nothing found, one submission twice.
    """
    for option, name in (("--unit", unit), ("--student", student)):
        if name is not None and (problem := name_problem(name)):
            raise UsageError(f"{option}: `{shown(name)[:80]}` {problem}")
    search = _Search(course, unit, student, own)
    distinct = dict.fromkeys(Path(os.path.abspath(path)) for path in paths)
    found = _merged(item for path in distinct for item in search.path(path))
    for one, other in pairwise(found):
        if (one.student, one.unit) == (other.student, other.unit):
            where = " and ".join(shown(str(item.path)) for item in (one, other) if item.path)
            raise UsageError(
                f"{one.unit} of {one.student} is there twice ({where}): grade one, or name one with --student"
            )
    return found


def _merged(found: Iterable[Found]) -> list[Found]:
    """By student, then unit.  Things of one name that have a problem each are one, so that each name has one report."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda item: (item.student, item.unit)):
        last = kept[-1] if kept else None
        if last and (last.student, last.unit) == (item.student, item.unit) and last.problem and item.problem:
            kept[-1] = msgspec.structs.replace(last, path=None, problem=f"{last.problem}; {item.problem}")
        else:
            kept.append(item)
    return kept


class _Search:
    """The course's units by name, and what the caller asked for."""

    def __init__(self, course: Course, unit: str | None, student: str | None, own: bool) -> None:
        self.units = {known.id: known for known in course.units}
        self.known = ", ".join(self.units)
        if unit is not None and unit not in self.units:
            raise UsageError(f"--unit: the course has no unit {unit}, it has {self.known}")
        self.unit = unit
        self.student = student
        self.own = own
        chosen = [self.units[unit]] if unit else list(course.units)
        stems = [known.notebook for known in chosen]
        self.by_notebook = {known.notebook: known.id for known in chosen if stems.count(known.notebook) == 1}

    # ----- what the caller named

    def path(self, path: Path) -> list[Found]:
        where = shown(str(path))
        try:
            mode = os.lstat(path).st_mode
            found = self._folder(path) if stat.S_ISDIR(mode) else [self._file(path)]
        except (FileNotFoundError, NotADirectoryError):
            raise UsageError(f"there is no file or folder {where}") from None
        except (OSError, ValueError) as error:
            raise UsageError(f"{where} cannot be read: {getattr(error, 'strerror', error)}") from None
        if not found:
            first = next(iter(self.units.values()))
            wanted = "".join(f" of {what}" for what in (self.unit, self.student) if what)
            layout = f"a file such as {first.id}/{first.notebook}.ipynb, or a tree STUDENT/{first.id}/…"
            raise UsageError(f"nothing{wanted} to grade in {where}: expected {layout}")
        return found

    def _file(self, path: Path) -> Found:
        if path.suffix.lower() not in (*KINDS, ZIP):
            if path.is_symlink():
                raise UsageError(f"{shown(path.name)} is a symbolic link, and links are not followed")
            raise UsageError(
                f"{shown(path.name)} is no submission: expected a file that ends in {', '.join(KINDS)} or {ZIP}"
            )
        said = [name for name in (self.unit, path.stem, path.parent.name) if name in self.units]
        unit = said[0] if said else self.by_notebook.get(path.stem)
        if unit is None:
            raise UsageError(f"which unit is {shown(path.name)}? Name it with --unit; the course has {self.known}")
        return Found(student=self._whose(path.stem), unit=unit, path=path)

    def _folder(self, path: Path) -> list[Found]:
        entries = _entries(path)
        if path.name in self.units and self.unit in (None, path.name):
            return [self._unit_folder(path, self.units[path.name], self._whose(path.parent.name))]
        if units := [entry.name for entry in entries if self._is_unit(entry)]:
            if students := [entry.name for entry in entries if self._is_a_student_s(entry)]:
                raise UsageError(
                    f"{shown(path.name)} has both {units[0]}, which is a unit, and {shown(students[0])}, which holds "
                    "one: rename one of them, or grade each student's folder by itself"
                )
            return list(self._units_of(path, self._whose(path.name)))
        tree = list(self._tree(entries))
        if any(item.unit in self.units for item in tree):
            return [*tree, *self._links(entries)]
        if any(self._unit_of(entry) for entry in entries):
            return list(self._units_of(path, self._whose(path.name)))
        if self.unit and any(_could_be_one(entry.name) for entry in entries):
            return [self._unit_folder(path, self.units[self.unit], self._whose(path.name))]
        return tree

    def _whose(self, name: str) -> str:
        if self.student is not None:
            return self.student
        if problem := name_problem(name):
            raise UsageError(f"whose is it? `{shown(name)[:80]}` {problem}: name the student with --student")
        return name

    # ----- what lies in folders

    def _tree(self, entries: Sequence[os.DirEntry[str]]) -> Iterator[Found]:
        """A folder of students' folders."""
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False) or entry.name.startswith(".") or self._is_other(entry.name):
                continue
            refused = name_problem(entry.name)
            try:
                found = list(self._units_of(Path(entry.path), stand_in(entry.name)))
            except OSError as error:
                found = list(self._unreachable(entry, f"cannot be read: {error.strerror}"))
            for item in found:
                problem = f"the student's name `{shown(entry.name)[:80]}` {refused}" if refused else item.problem
                yield msgspec.structs.replace(item, problem=problem)

    def _links(self, entries: Sequence[os.DirEntry[str]]) -> Iterator[Found]:
        for entry in entries:
            if entry.is_symlink() and not self._is_other(entry.name):
                yield from self._unreachable(entry, "is a symbolic link, and links are not followed")

    def _unreachable(self, entry: os.DirEntry[str], why: str) -> Iterator[Found]:
        """A student of whom nothing can be seen, so every unit is missing for the same reason."""
        for unit in [self.unit] if self.unit else self.units:
            yield Found(student=stand_in(entry.name), unit=unit, problem=f"{shown(entry.name)} {why}")

    def _is_other(self, student: str) -> bool:
        return self.student is not None and self.student != student

    def _units_of(self, path: Path, student: str) -> Iterator[Found]:
        """A folder of one student: a folder, a file or a zip for each unit."""
        return (msgspec.structs.replace(item, home=path) for item in self._units_in(path, student))

    def _units_in(self, path: Path, student: str) -> Iterator[Found]:
        entries = _entries(path)
        claims: dict[str, list[os.DirEntry[str]]] = defaultdict(list)
        beside = tuple(_listed(entry) for entry in entries if not self._unit_of(entry))
        for entry in entries:
            if unit := self._unit_of(entry):
                claims[unit].append(entry)
        if self.unit is None:
            # A loose file beside a unit is just another file; where there is no unit, it is what was handed in.
            others = [entry for entry in entries if not self._unit_of(entry)]
            loose = not claims
            strangers = [each for each in others if _holds_one(each) or (loose and _could_be_one(each.name))]
            yield from self._strangers(strangers, student)
        for unit, claim in claims.items():
            if self.unit not in (None, unit):
                continue
            if len(claim) > 1:
                problem = f"{_named(claim)} are both {unit}: hand in one of them"
                yield Found(student=student, unit=unit, problem=problem)
            elif claim[0].is_dir(follow_symlinks=False):
                yield self._unit_folder(Path(claim[0].path), self.units[unit], student)
            else:
                yield Found(student=student, unit=unit, path=Path(claim[0].path), ignored=beside)

    def _strangers(self, entries: Sequence[os.DirEntry[str]], student: str) -> Iterator[Found]:
        """What looks like a submission and is of no unit."""
        more = len(entries) - _MOST_STRANGERS
        for number, entry in enumerate(entries[:_MOST_STRANGERS], 1):
            problem = name_problem(entry.name) or f"is no unit of the course, which has {self.known}"
            if more > 0 and number == _MOST_STRANGERS:
                problem += f"; nor are {more} more things beside it"
            # A folder `04_pure.old` has its whole name, and not that of the unit beside it.
            unit = stand_in(PurePath(entry.name).stem if _could_be_one(entry.name) else entry.name)
            yield Found(student=student, unit=unit, problem=f"{_listed(entry)} {problem}")

    def _unit_folder(self, path: Path, unit: Unit, student: str) -> Found:
        """A folder with one submission: the unit's own file, or a zip in its place."""
        try:
            entries = _entries(path)
        except OSError as error:
            return Found(student=student, unit=unit.id, problem=f"{unit.id} cannot be read: {error.strerror}")
        own = [*own_files(unit), f"{unit.notebook}{ZIP}", f"{unit.id}{ZIP}"]
        claim = [entry for entry in entries if entry.name.lower() in map(str.lower, own)]
        claim = claim or [entry for entry in entries if entry.name.lower().endswith(ZIP)]
        ignored = tuple(_listed(entry) for entry in entries if entry not in claim)
        if len(claim) == 1:
            return Found(
                student=student, unit=unit.id, path=Path(claim[0].path), folder=path, home=path, ignored=ignored
            )
        if claim:
            problem = f"there are {_named(claim)}: hand in one of them"
        else:
            problem = f"there is no {' and no '.join(own_files(unit))} in {unit.id}"
        return Found(student=student, unit=unit.id, folder=path, home=path, ignored=ignored, problem=problem)

    def _unit_of(self, entry: os.DirEntry[str]) -> str | None:
        """The unit that an entry's name says: a folder `04_pure`, a file `04_pure.zip` or `pure.py`."""
        if entry.name in self.units:
            return entry.name
        return self._unit_by_name(PurePath(entry.name).stem) if _could_be_one(entry.name) else None

    def _is_unit(self, entry: os.DirEntry[str]) -> bool:
        return entry.name in self.units and not entry.is_file(follow_symlinks=False)

    def _is_a_student_s(self, entry: os.DirEntry[str]) -> bool:
        """Whether it is a folder with units in it, beside units."""
        other = self.own or entry.name in self.units or entry.name.startswith(".")
        if other or not entry.is_dir(follow_symlinks=False):
            return False
        try:
            return any(self._is_unit(inside) for inside in _entries(Path(entry.path)))
        except OSError:
            return False

    def _unit_by_name(self, stem: str) -> str | None:
        return stem if stem in self.units else self.by_notebook.get(stem)


def _entries(path: Path) -> list[os.DirEntry[str]]:
    with os.scandir(path) as entries:
        return sorted((entry for entry in entries if entry.name not in _MACHINE_MADE), key=lambda entry: entry.name)


def _listed(entry: os.DirEntry[str]) -> str:
    return shown(entry.name) + ("/" if entry.is_dir(follow_symlinks=False) else "")


def _named(entries: Sequence[os.DirEntry[str]]) -> str:
    return " and ".join(few([*map(_listed, entries)], _MOST_NAMED, "{} more"))


def _could_be_one(name: str) -> bool:
    return PurePath(name).suffix.lower() in (*KINDS, ZIP) and not name.startswith(".")


def _holds_one(entry: os.DirEntry[str]) -> bool:
    """Whether a folder without a unit's name holds what could be a submission, so that it is not passed over."""
    if entry.name.startswith(".") or not entry.is_dir(follow_symlinks=False):
        return False
    try:
        return any(_could_be_one(inside.name) for inside in _entries(Path(entry.path)))
    except OSError:
        return True
