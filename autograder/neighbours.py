"""When the reference stands in for a task's neighbours: a neighbour's mistake must cost nothing, and earn nothing.

What depends on what is read from the student's code, statement by statement.  A neighbour that itself depends on the
task under check keeps the student's own function: otherwise tasks that merely call each other in a circle would each
be right with the reference in the others' places.
"""

from __future__ import annotations

import ast
import re
import symtable
from collections import defaultdict
from collections.abc import Iterable

from autograder.checking.run import Session
from autograder.model import Cell, Program, Unit

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
        self._plain = True  # a function is reached by reading its name, and in no other way
        self._modules = _imported((*program.provided, *program.cells))
        for cell in program.cells:
            self._read(cell.source)
        self._mentioned = frozenset[str]().union(*self._uses.values())

    def matter(self, task: str, session: Session) -> bool:
        """Whether another task can be why a check of this one failed, so that a second look is due.

        It can when the student's code names a task that failed itself, or when one left traces or lost its worker.
        """
        task_of = {spec.check: spec.task for spec in session.specs}
        failed = {
            task_of[spec.check]
            for spec in session.specs
            if (found := session.findings.get(spec.check)) is None or found.outcome != "passed"
        } - {task}
        if self._dynamic or failed & (self._reach(task) if self._plain else self._mentioned):
            return True
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
            self._plain = False
            return
        lines = source.split("\n")
        for statement in statements:
            try:
                bound, changed, read = _names(statement)
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                # `return` outside of a function binds nothing; what is nested too deeply to be read could do anything.
                self._dynamic |= isinstance(error, RecursionError | MemoryError)
                text = "\n".join(lines[statement.lineno - 1 : statement.end_lineno])
                bound, changed, read = set(), set(), set(re.findall(r"\w+", text))
            self._dynamic |= bool(read & _DYNAMIC)
            self._plain &= _is_plain(statement)
            # A table that something was put into leads to whatever put it there, and to what that was given.
            for name in bound | (changed - self._modules):
                self._uses[name] |= (read | bound) - {name}
            self._uses[""] |= read | (bound if getattr(statement, "decorator_list", None) else set())


def _imported(cells: Iterable[Cell]) -> set[str]:
    """The names under which modules were imported: `np.add(…)` changes no table called `np`."""
    found: set[str] = set()
    for cell in cells:
        found.update(re.findall(r"^\s*import .*?(\w+)\s*$", cell.source, re.MULTILINE))
        found.update(re.findall(r"^\s*from \S+ import .*?(\w+)\s*$", cell.source, re.MULTILINE))
    return found


def _names(statement: ast.stmt) -> tuple[set[str], set[str], set[str]]:
    """The module's names that a statement gives a value; those whose inside it may change; and all it reads.

    A function's own variables are not the module's, whatever they are called.  Attributes and texts count as read.
    """
    bound: set[str] = set()
    read: set[str] = set()
    waiting = [symtable.symtable(ast.unparse(statement), "submission", "exec")]
    while waiting:
        table = waiting.pop()
        waiting += table.get_children()
        for symbol in table.get_symbols():
            if table.get_type() == "module" or symbol.is_global():
                read |= {symbol.get_name()} if symbol.is_referenced() else set()
                bound |= {symbol.get_name()} if symbol.is_assigned() or symbol.is_imported() else set()
    changed = {name for node in ast.walk(statement) for name in _inside_of(node)}
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Name(id=name))):  # `keep(f)` on a line of its own may keep what it gets
            changed.add(name)
    seen = {text for node in ast.walk(statement) for text in _attribute_or_text(node)}
    return bound, changed & read, read | seen


def _is_plain(statement: ast.stmt) -> bool:
    """Whether a statement only gives names to things: a decorator or a call could keep a function elsewhere."""
    match statement:
        case ast.FunctionDef(decorator_list=[]) | ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"))):
            return True
        case ast.Assign():
            return not any(isinstance(node, ast.Call) for node in ast.walk(statement.value))
    return False


def _inside_of(node: ast.AST) -> Iterable[str]:
    """`table` for `table["f"] = …`, `table.f = …` and `table.update(…)`."""
    match node:
        case ast.Subscript(ctx=ast.Store()) | ast.Attribute(ctx=ast.Store()):
            base: ast.expr = node
        case ast.Call(func=ast.Attribute() as method) if node.args or node.keywords:
            base = method
        case _:
            return
    while isinstance(base, ast.Subscript | ast.Attribute):
        base = base.value
    if isinstance(base, ast.Name):
        yield base.id


def _attribute_or_text(node: ast.AST) -> Iterable[str]:
    match node:
        case ast.Attribute(attr=text) | ast.Constant(value=str() as text):
            yield text
        case ast.ImportFrom(module=str() as text):
            yield text.partition(".")[0]
