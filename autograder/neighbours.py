"""When the reference stands in for a task's neighbours: a neighbour's mistake must cost nothing, and earn nothing.

What depends on what is read from the student's code, statement by statement.  A neighbour that itself depends on the
task under check keeps the student's own function: otherwise tasks that merely call each other in a circle would each
be right with the reference in the others' places.  Reading can be deceived, so that is not what it rests on: the tasks
stand in one order, and the reference only ever takes the place of those that come before.
"""

from __future__ import annotations

import ast
import re
import symtable
from collections import defaultdict
from collections.abc import Iterable

from autograder.checking import reading
from autograder.checking.run import Session
from autograder.model import Cell, Program, Unit

# A function that leaves traces can spoil what runs after it in the same worker.
_SPOILERS = {"hidden-state", "global-random", "mutable-default", "leaked-tracer"}
# With these a function can be reached without its name being read.
_DYNAMIC = {
    "globals", "locals", "vars", "eval", "exec", "compile", "getattr", "dir", "sys", "inspect", "gc", "importlib",
    "__import__", "__dict__", "__globals__", "__builtins__", "__getattribute__", "ctypes", "types", "builtins",
}  # fmt: skip
_LAST_WORD = re.compile(r"\W+")  # split, not searched for: that would look at a long line again for each of its letters


class Neighbourhood:
    """Which tasks of one program call which; made once a submission."""

    def __init__(self, program: Program, unit: Unit) -> None:
        # What a name may lead to: a set for each statement about it, shared by all the names of that statement.
        self._uses: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._dynamic = False
        self._plain = True  # a function is reached by reading its name, and in no other way
        self._modules = _imported((*program.provided, *program.cells))
        for cell in program.cells:
            self._read(cell.source)
        self._mentioned = frozenset(self._reach(*self._uses))
        self._tasks = [task.id for task in unit.tasks]
        self.order = self._from_the_ground_up()

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
        """The tasks whose reference takes the student's place while `task` is judged.

        Only what comes before it in one order of all tasks, so that a circle earns nothing wherever it is hidden.
        """
        return tuple(other for other in self.order[: self.order.index(task)] if task not in self._reach(other))

    def _from_the_ground_up(self) -> list[str]:
        """The tasks, those that a task is seen to use before it; otherwise in the order of the unit."""
        order: list[str] = []

        def place(task: str, above: frozenset[str]) -> None:
            if task not in order and task not in above:
                reached = self._reach(task)
                for other in self._tasks:
                    if other in reached:
                        place(other, above | {task})
                order.append(task)

        for task in self._tasks:
            place(task, frozenset())
        return order

    def _reach(self, *names: str) -> set[str]:
        reached: set[str] = set()
        waiting, seen = list(names), set[int]()
        while waiting:
            for used in self._uses.get(waiting.pop(), ()):
                if id(used) not in seen:  # a hostile statement gives a hundred thousand names a hundred thousand others
                    seen.add(id(used))
                    waiting += used - reached
                    reached |= used
        return reached

    def _read(self, source: str) -> None:
        try:
            statements = reading.parsed(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            # It defines nothing, and what it would have named is all that can be said.
            self._uses[""].append(frozenset(re.findall(r"\w+", source)))
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
            about = bound | (changed - self._modules)
            leads_to = frozenset((read | bound) - about if len(about) == 1 else read | bound)
            for name in about:
                self._uses[name].append(leads_to)
            self._uses[""].append(frozenset(read | bound if getattr(statement, "decorator_list", None) else read))


def _imported(cells: Iterable[Cell]) -> set[str]:
    """The names under which modules were imported: `np.add(…)` changes no table called `np`."""
    lines = (line.strip() for cell in cells for line in cell.source.split("\n"))
    return {_LAST_WORD.split(line)[-1] for line in lines if line.startswith(("import ", "from "))}


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
