"""What a program's cells become on the way to where they run, and why a function is not there afterwards."""

from __future__ import annotations

from autograder.checking.diagnosis import Absence
from autograder.model import Cell
from autograder.sandbox.protocol import CellSource, FailedCell


def to_source(cell: Cell) -> CellSource:
    """A cell as the protocol has it."""
    return CellSource(cell.name, cell.source, cell.first_line)


def absence(name: str, failed: tuple[FailedCell, ...], sources: dict[str, str]) -> Absence:
    """Which failed cell took a function along: the one that mentions it, or else the first."""
    if not failed:
        return Absence()
    mentions = [cell for cell in failed if f"def {name}" in sources.get(cell.cell, "")]
    cell = (mentions or list(failed))[0]
    frame = cell.error.frames[-1] if cell.error.frames else None
    line = frame.line if frame else None
    where = f"line {line} of {cell.cell}" if line else cell.cell
    if cell.timed_out:
        return Absence(f"Running {where} took too long.", line, "timeout")
    what = f"{cell.error.type}: {cell.error.message}".strip().rstrip(".:")
    return Absence(f"Loading stopped at {where} with {what}.", line)
