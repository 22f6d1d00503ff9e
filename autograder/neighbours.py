"""When the reference stands in for a task's neighbours: a neighbour's mistake must cost nothing, and earn nothing.

What depends on what is read from the student's code, statement by statement.  A neighbour that itself depends on the
task under check keeps the student's own function: otherwise tasks that merely call each other in a circle would each
be right with the reference in the others' places.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable

from autograder.checking.run import Session
from autograder.model import Program, Unit

# A function that leaves traces can spoil what runs after it in the same worker.
_SPOILERS = {"hidden-state", "global-random", "mutable-default", "leaked-tracer"}
# With these a function can be reached without its name being read.
_DYNAMIC = {
    "globals", "locals", "vars", "eval", "exec", "compile", "getattr", "dir", "sys", "inspect", "gc", "importlib",
    "__import__", "__dict__", "__globals__", "__builtins__", "__getattribute__", "ctypes", "types", "builtins",
}  # fmt: skip


class Neighbourhood:
    """Which tasks of one program call which; made once a submission."""

    def __init__(self, program: Program, unit: Unit) -> None:
        self._order = [task.id for task in unit.tasks]
        self._uses: dict[str, set[str]] = defaultdict(set)
        self._dynamic = False
        for cell in program.cells:
            self._read(cell.source)
        self._mentioned = frozenset[str]().union(*self._uses.values())

    def matter(self, task: str, session: Session) -> bool:
        """Whether another task can be why a check of this one failed, so that a second look is due.

        It can when the student's code names it somewhere, or when some task left traces or lost its worker.
        """
        if self._dynamic or self._mentioned & (set(self._order) - {task}):
            return True
        task_of = {spec.check: spec.task for spec in session.specs}
        return any(
            task_of[name] != task and (found.misconception in _SPOILERS or found.outcome in ("crashed", "timeout"))
            for name, found in session.findings.items()
        )

    def stand_ins(self, task: str) -> tuple[str, ...]:
        """The tasks whose reference takes the student's place while `task` is judged, in the order of the unit."""
        earlier = self._order[: self._order.index(task)]
        if self._dynamic:
            return tuple(earlier)  # no circle is possible among these
        return tuple(other for other in self._order if other != task and task not in self._reach(other))

    def _reach(self, name: str) -> set[str]:
        reached: set[str] = set()
        waiting = [name]
        while waiting:
            for used in self._uses.get(waiting.pop(), ()):
                if used not in reached:
                    reached.add(used)
                    waiting.append(used)
        return reached

    def _read(self, source: str) -> None:
        try:
            statements = ast.parse(source).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            # It defines nothing, and what it would have named is all that can be said.
            self._uses[""] |= set(re.findall(r"\w+", source))
            return
        for statement in statements:
            bound, read = _names(statement)
            self._dynamic |= bool(read & _DYNAMIC)
            # What is only read may be changed by the statement, as in `table.update(f=grad_both)`.
            for name in bound or read:
                self._uses[name] |= read - {name}


def _names(statement: ast.stmt) -> tuple[set[str], set[str]]:
    """The names a statement gives a value (or an entry, or an attribute), and all it reads, at any depth."""
    bound: set[str] = set()
    read: set[str] = set()
    for node in ast.walk(statement):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                bound.add(name)
            case ast.Name(id=name, ctx=ast.Load()):
                read.add(name)
            case ast.Name(id=name):
                bound.add(name)
            case ast.Attribute(attr=name, ctx=ast.Load()):
                read.add(name)
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                bound.update(names)
            case ast.Subscript(ctx=ast.Store()) | ast.Attribute(ctx=ast.Store()):
                bound.update(_bases(node))
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                bound.update(alias.asname or alias.name.partition(".")[0] for alias in aliases)
                read.update(alias.name.partition(".")[0] for alias in aliases)
                read.update([node.module or ""] if isinstance(node, ast.ImportFrom) else [])
            case ast.Constant(value=str() as text):
                read.add(text)
    return bound, read


def _bases(target: ast.expr) -> Iterable[str]:
    while isinstance(target, ast.Subscript | ast.Attribute):
        target = target.value
    return [target.id] if isinstance(target, ast.Name) else []
