"""A submission and its unit's page → the program a worker runs: what is the course's from the course, the rest theirs.

Cells are found by what they define, and by nbgrader's `grade_id`, never by their position.  What the reader recovered
or left out it says in `Program.notes`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from autograder.errors import NotASubmission
from autograder.model import Cell, Page, Program, Submission, Unit
from autograder.pages import stub
from autograder.readers.cells import Passage, RawCell, canonical, digest
from autograder.readers.kinds import KINDS
from autograder.readers.names import shown
from autograder.readers.source import outline, without_magics
from autograder.text import few

_MOST_NOTES = 30  # about twice as many as a page has provided cells and tasks


def program(submission: Submission, unit: Unit, page: Page | None) -> Program:
    """What a worker runs for a submission.  Without a page (a student's own machine) their copies of our cells run.

    A notebook's `__name__` is `__main__`, as in Jupyter; a file's is not, so that `if __name__ == "__main__":` rests.
    Raises `NotASubmission` where the bytes are no notebook and no Python text, or the submission has a `problem`.
    """
    handed = [passage.cell for passage in passages(submission) if passage.cell is not None]
    course = _Ours(page, unit)
    runnable = [cell for cell in handed if not cell.magic and cell.source.strip()]
    stubs = [cell for cell in runnable if course.is_stub(cell)]
    written = [cell for cell in runnable if not course.is_stub(cell) and not course.has(cell)]
    attempts, notes = _first_copies(written, unit)
    skipped = _skipped(handed, attempts, unit)
    notes += _edited(attempts, course) + _found_elsewhere(handed, attempts, unit)
    # Stubs first, so that any other definition of their task comes after and wins.
    cells = [cell for cell in stubs if not cell.outline.names & skipped.keys()] + attempts
    return Program(
        module="__main__" if _suffix(submission) == ".ipynb" else "submission",
        provided=course.provided,
        cells=tuple(Cell(name=cell.name, source=cell.source, first_line=cell.first_line) for cell in cells),
        notes=tuple(few(notes, _MOST_NOTES, "… and {} more notes.")),
        skipped=skipped,
    )


def passages(submission: Submission) -> list[Passage]:
    """Everything in a submission as it was written, cell by cell, prose included; raises as `program` does."""
    if submission.problem is not None:
        raise NotASubmission(submission.problem)
    if _suffix(submission) not in KINDS:
        raise NotASubmission(f"{shown(submission.file)} is neither a notebook nor a Python file")
    return KINDS[_suffix(submission)](submission.content, shown(submission.file))


def _suffix(submission: Submission) -> str:
    return PurePath(submission.file).suffix.lower()


class _Ours:
    """The page's cells, for telling ours from theirs."""

    def __init__(self, page: Page | None, unit: Unit) -> None:
        cells = page.cells if page else ()
        provided = [cell.source for cell in cells if cell.role == "provided"]
        self.provided = tuple(
            Cell(name=f"{unit.notebook}, provided cell {number}", source=source)
            for number, source in enumerate(provided, 1)
        )
        ours = [cell.source for cell in cells if cell.role in ("provided", "demo")]
        # Twice, since a notebook has lost its magics by now, while in a Python file Jupytext made them comments.
        self._sources = {canonical(text) for source in ours for text in (source, without_magics(source))}
        self._stubs = {outline(stub(cell.source)).skeleton for cell in cells if cell.role == "task"}

    def is_stub(self, cell: RawCell) -> bool:
        """Whether a cell is a task as released, its comments, docstring and layout apart."""
        return cell.outline.skeleton in self._stubs

    def has(self, cell: RawCell) -> bool:
        """Whether a cell is an untouched copy of one of ours, or a check cell; neither runs as the student's."""
        if cell.digest and digest(cell.source) == cell.digest:
            return True
        # A function written into a check cell by mistake still counts, so only a cell without one is left out.
        if cell.outline.only_checks or (cell.graded and not cell.outline.names):
            return True
        return canonical(cell.source) in self._sources


def _first_copies(cells: Sequence[RawCell], unit: Unit) -> tuple[list[RawCell], list[str]]:
    """The cells less further copies of a tagged cell, as Jupyter makes them when a cell is copied; and notes on these.

    Of the cells tagged with one task, the first that defines it stays.  Those that do not define it stay too: they are
    what a student split off.
    """
    copies: dict[str, list[RawCell]] = defaultdict(list)
    for cell in cells:
        if cell.task in cell.outline.names:
            copies[cell.task].append(cell)
    left_out = {id(cell) for task in unit.tasks for cell in copies[task.id][1:]}
    notes = [
        f"The cell of `{task.id}` is there {len(copies[task.id])} times: the first, {_place(copies[task.id][0])}, "
        f"was graded; left out: {_places(copies[task.id][1:])}."
        for task in unit.tasks
        if len(copies[task.id]) > 1
    ]
    return [cell for cell in cells if id(cell) not in left_out], notes


def _skipped(handed: Iterable[RawCell], attempts: Iterable[RawCell], unit: Unit) -> dict[str, str]:
    """Tasks that only a `%%` cell defines, with the reason why it does not run."""
    defined = frozenset[str]().union(*(cell.outline.names for cell in attempts))
    return {
        name: f"{cell.name} begins with {cell.magic}, and such cells are not run"
        for cell in handed
        if cell.magic
        for name in cell.outline.names
        if name not in defined and any(task.id == name for task in unit.tasks)
    }


def _edited(attempts: Iterable[RawCell], course: _Ours) -> list[str]:
    return [
        f"{_place(cell)} is the course's and was changed. It ran, and the course's own functions were put back."
        for cell in attempts
        if cell.provided and course.provided
    ]


def _found_elsewhere(handed: Sequence[RawCell], attempts: Sequence[RawCell], unit: Unit) -> list[str]:
    """Notes on tasks that were solved in another cell than the one made for them."""
    if not any(cell.task for cell in handed):
        return []  # not from a released page: no cell was made for anything
    notes = []
    for task in unit.tasks:
        defining = [cell for cell in attempts if task.id in cell.outline.names]
        tagged = [cell for cell in handed if cell.task == task.id]
        if not defining or any(cell.task == task.id for cell in defining):
            continue
        graded = f"its definition in {_place(defining[-1])} was graded."
        if tagged:
            notes.append(f"{_place(tagged[0])} was made for `{task.id}` and does not solve it: {graded}")
        else:
            notes.append(f"The cell made for `{task.id}` is missing: {graded}")
    return notes


def _place(cell: RawCell) -> str:
    return f"{cell.name} line {cell.first_line}" if cell.first_line > 1 else cell.name


def _places(cells: Sequence[RawCell]) -> str:
    return ", ".join(_place(cell) for cell in cells[:5]) + (", …" if len(cells) > 5 else "")
