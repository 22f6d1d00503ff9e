"""Whether one task's function can be why a check of another failed: a neighbour's mistake must cost nothing."""

from __future__ import annotations

import ast
import re

from autograder.checking.run import Session
from autograder.model import Program, Unit

# A function that leaves traces can spoil what runs after it in the same worker.
_SPOILERS = {"hidden-state", "global-random", "mutable-default", "leaked-tracer"}


def neighbours_matter(program: Program, unit: Unit, task: str, session: Session) -> bool:
    """Whether another task's function can be why a check of this one failed, so that a second look is due.

    It can when the student's code names it somewhere, or when some task left traces or lost its worker.
    """
    others = {other.id for other in unit.tasks} - {task}
    if any(others & _names_used(cell.source) for cell in program.cells):
        return True
    task_of = {spec.check: spec.task for spec in session.specs}
    return any(
        task_of[name] != task and (found.misconception in _SPOILERS or found.outcome in ("crashed", "timeout"))
        for name, found in session.findings.items()
    )


def _names_used(source: str) -> set[str]:
    """Every name a cell reads, as a variable, an attribute or a text."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set(re.findall(r"\w+", source))
    used: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name):
                used.add(name)
            case ast.Constant(value=str() as text):
                used.add(text)
    return used
