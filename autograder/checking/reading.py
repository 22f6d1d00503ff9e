"""What a function's source says of a mistake, where its answers alone do not: asked only when a check has failed.

Static and modest.  A rule looks for something that is hardly ever right, and a wrong name is worse than none.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from autograder.model import Cell

_UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
_SHOWN = 60  # characters of their code
_MOST_BRACES = 5_000  # of a cell; a page has a few hundred
_SMALL = 0.1  # a step of finite differences is smaller
_CHANGING = {"append", "extend", "insert", "update", "setdefault", "add", "pop", "clear", "remove"}
_NUMBERS = {"lr": "ignores-lr", "steps": "ignores-steps"}


class Code(NamedTuple):
    """A function as it was written; `data` are the module's names that are no functions."""

    source: str
    first_line: int = 1
    data: frozenset[str] = frozenset()


class Suspicion(NamedTuple):
    """`says`: what happened, where the misconception's own sentence would be too vague."""

    misconception: str
    line: int
    says: str = ""


def written(cells: Iterable[Cell]) -> dict[str, Code]:
    """The functions at the top level of a program's cells, the last of each name."""
    found: dict[str, Code] = {}
    data: set[str] = set()
    for cell in cells:
        lines = cell.source.split("\n")  # once: `ast.get_source_segment` would cut the whole cell for each function
        for node in _statements(cell.source):
            if isinstance(node, ast.FunctionDef):
                source = "\n".join(lines[node.lineno - 1 : node.end_lineno])
                found[node.name] = Code(source, cell.first_line + node.lineno - 1)
            elif isinstance(node, ast.Assign) and not isinstance(node.value, ast.Lambda):
                targets = (part for target in node.targets for part in ast.walk(target))
                data |= {part.id for part in targets if isinstance(part, ast.Name)}
    return {name: code._replace(data=frozenset(data)) for name, code in found.items()}


def parsed(source: str) -> list[ast.stmt]:
    """The statements of a text; `SyntaxError` and the like where it cannot be read, or not in time.

    For each field of an f-string Python 3.11 looks through the whole string again.
    """
    if source.count("{") > _MOST_BRACES:
        raise MemoryError("too many braces to be read in time")
    return ast.parse(source).body


def _statements(source: str) -> list[ast.stmt]:
    try:
        return parsed(source)
    except _UNREADABLE:
        return []


@lru_cache(maxsize=64)  # every failed check of a task asks again
def suspect(code: Code) -> Suspicion | None:
    """The first rule that finds something."""
    try:
        return _suspect(code)
    except _UNREADABLE:  # an expression nested too deeply to be written out again
        return None


def _suspect(code: Code) -> Suspicion | None:
    tree = ast.parse(code.source)
    function = next((node for node in tree.body if isinstance(node, ast.FunctionDef)), None)
    if function is None:
        return None
    for rule in _RULES:
        for misconception, node, *says in rule(function, code.data):
            return Suspicion(misconception, code.first_line + node.lineno - 1, *says)
    return None


Found = Iterator[tuple[str, ast.stmt | ast.expr] | tuple[str, ast.stmt | ast.expr, str]]
Rule = Callable[[ast.FunctionDef, frozenset[str]], Found]


def _dropped_update(function: ast.FunctionDef, _data: frozenset[str]) -> Found:
    """`x.at[0].set(1)` or `x.astype(…)` on a line of its own."""
    for node in ast.walk(function):
        match node:
            case (
                ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Subscript(value=ast.Attribute(attr="at")))))
                | ast.Expr(value=ast.Call(func=ast.Attribute(attr="astype")))
            ):
                yield "update-dropped", node, f"{_quoted(node)} makes a new array, and it is thrown away."


def _rebound(function: ast.FunctionDef, _data: frozenset[str]) -> Found:
    """`for k, p in params.items(): p = p - g[k]`: the loop's own name gets a value that nothing reads."""
    for loop in ast.walk(function):
        match loop:
            case ast.For(target=target, body=[*_, ast.Assign(targets=[ast.Name(id=name)]) as last]):
                later = (node for node in ast.walk(function) if getattr(node, "lineno", 0) > (loop.end_lineno or 0))
                if name in _stored(target) and name not in _loaded(later):
                    says = (
                        f"{_quoted(last)} gives the name `{name}` to something new: what the loop goes through stays."
                    )
                    yield "update-dropped", last, says


def _stored(target: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}


def _loaded(nodes: Iterable[ast.AST]) -> set[str]:
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def _unused_parameter(function: ast.FunctionDef, data: frozenset[str]) -> Found:
    """A parameter that nothing reads: what it holds cannot matter."""
    read = _loaded(ast.walk(function))
    if read & {"locals", "vars"} or _is_empty(function):
        return
    arguments = [*function.args.posonlyargs, *function.args.args]
    asked = arguments[: len(arguments) - len(function.args.defaults)]  # what has a default may be the student's own
    for argument in (one for one in arguments if one in asked or one.arg in _NUMBERS):
        if argument.arg not in read and not argument.arg.startswith("_"):
            name = _NUMBERS.get(argument.arg) or ("stale-global" if read & data else "hard-coded")
            yield name, function, f"`{function.name}` never uses its argument `{argument.arg}`."


def _quoted(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return f"`{text if len(text) <= _SHOWN else text[: _SHOWN - 1] + '…'}`"


def _is_empty(function: ast.FunctionDef) -> bool:
    return all(isinstance(statement, ast.Pass | ast.Raise | ast.Expr) for statement in function.body)


def _kept_state(function: ast.FunctionDef, _data: frozenset[str]) -> Found:
    """Something outside of the function that it writes to."""
    own = _own_names(function)
    for node in ast.walk(function):
        match node:
            case ast.Global() | ast.Nonlocal():
                yield "hidden-state", node, _outside(node)
            case (
                ast.Assign(targets=[ast.Subscript() | ast.Attribute() as target])
                | ast.AugAssign(target=ast.Subscript() | ast.Attribute() as target)
            ):
                if _base(target) not in own:
                    yield "hidden-state", node, _outside(node)
            case ast.Expr(value=ast.Call(func=ast.Attribute(attr=method) as place)) if method in _CHANGING:
                if _base(place) not in own:
                    yield "hidden-state", node, _outside(node)


def _outside(node: ast.AST) -> str:
    return f"{_quoted(node)} reaches outside of the function, so that its answer may depend on earlier calls."


def _own_names(function: ast.FunctionDef) -> set[str | None]:
    arguments = [node.arg for node in ast.walk(function) if isinstance(node, ast.arg)]
    stored = [node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    inner = [node.name for node in ast.walk(function) if isinstance(node, ast.FunctionDef) and node is not function]
    return {*arguments, *stored, *inner, None}


def _base(node: ast.expr) -> str | None:
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def _mutable_default(function: ast.FunctionDef, _data: frozenset[str]) -> Found:
    for default in function.args.defaults:
        if isinstance(default, ast.List | ast.Dict | ast.Set):
            says = f"The default value {_quoted(default)} is made once: what one call puts in, the next one finds."
            yield "mutable-default", default, says


def _paired_by_place(function: ast.FunctionDef, _data: frozenset[str]) -> Found:
    """`zip(p.values(), g.values())`, `w, b = p.values()`: dicts by their order."""
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Name(id="zip"), args=args) if _is_mixed(args):
                yield "dict-order", node, _by_place(node)
            case ast.Call(func=ast.Name(id="zip"), args=[ast.List(elts=keys) | ast.Tuple(elts=keys), other]) if (
                _is_leaves(other) and _are_unsorted(keys)
            ):
                yield "dict-order", node, _by_place(node)
            case ast.Assign(targets=[ast.Tuple()], value=value) if _is_values(value):
                yield "dict-order", node, _by_place(node)


def _is_mixed(args: list[ast.expr]) -> bool:
    """Whether these go through dicts in two orders: as they were made, and sorted as JAX returns them."""
    leaves = any(map(_is_leaves, args))
    as_made = sum(_is_values(arg) and not _is_leaves(arg) for arg in args)
    in_order = any("sorted(" in ast.unparse(arg) for arg in args)
    return (
        as_made > 1 or (as_made > 0 and (leaves or in_order)) or (leaves and any(isinstance(a, ast.Name) for a in args))
    )


def _by_place(node: ast.AST) -> str:
    return f"{_quoted(node)} takes the entries by their place, and JAX returns dicts with their keys sorted."


def _are_unsorted(keys: list[ast.expr]) -> bool:
    words = [key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
    return words != sorted(words)


def _is_values(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="values" | "items" | "keys")):
            return True
    return _is_leaves(node)


def _is_leaves(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="leaves" | "tree_leaves")):
            return True
    return False


def _quotient(function: ast.FunctionDef, _data: frozenset[str]) -> Found:
    """A difference divided by a small step."""
    steps = {
        name
        for node in ast.walk(function)
        for name, value in _assigned(node)
        if isinstance(value, ast.Constant) and isinstance(value.value, float) and 0 < value.value < _SMALL
    }
    for node in ast.walk(function):
        match node:
            case ast.BinOp(left=left, op=ast.Div(), right=right):
                names = {part.id for part in ast.walk(right) if isinstance(part, ast.Name)}
                numbers = [part.value for part in ast.walk(right) if isinstance(part, ast.Constant)]
                small = names & steps or any(isinstance(value, float) and 0 < value < _SMALL for value in numbers)
                guarded = any(isinstance(part, ast.Add) for part in ast.walk(right))  # `std + 1e-8`
                if small and not guarded and any(isinstance(part, ast.Sub) for part in ast.walk(left)):
                    yield "finite-differences", node


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            yield name, value
        case ast.FunctionDef(args=arguments) if arguments.defaults:
            names = [argument.arg for argument in arguments.args][-len(arguments.defaults) :]
            yield from zip(names, arguments.defaults, strict=True)


def _whole_numbers(function: ast.FunctionDef, _data: frozenset[str]) -> Found:
    """`int(x)`, `x.astype(int)`, `dtype=jnp.int32`."""
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Name(id="int")) | ast.Call(func=ast.Attribute(attr="int_" | "int32" | "int64")):
                if not _LENGTHS.intersection(_words(node)):
                    yield "int-truncates", node, _whole(node)
            case ast.Call(func=ast.Attribute(attr="astype"), args=[kind, *_]) if "int" in ast.unparse(kind):
                yield "int-truncates", node, _whole(node)
            case ast.keyword(arg="dtype", value=kind) if "int" in ast.unparse(kind):
                yield (
                    "int-truncates",
                    kind,
                    f"`dtype={ast.unparse(kind)}` makes integers: what stands behind a point is lost.",
                )


_LENGTHS = {"len", "size", "shape", "ndim"}


def _words(node: ast.AST) -> set[str]:
    parts = [*ast.walk(node)]
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    return names | {part.attr for part in parts if isinstance(part, ast.Attribute)}


def _whole(node: ast.AST) -> str:
    return f"{_quoted(node)} makes integers: what stands behind a point is lost."


def _items(function: ast.FunctionDef, _data: frozenset[str]) -> Found:
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Attribute(attr="item"), args=[]):
                says = f"{_quoted(node)} makes a plain number of an array, and JAX cannot follow it into a gradient."
                yield "item-kills-gradient", node, says


_RULES: tuple[Rule, ...] = (
    _dropped_update,
    _rebound,
    _unused_parameter,
    _kept_state,
    _mutable_default,
    _paired_by_place,
    _quotient,
    _items,
    _whole_numbers,
)
# What a rule knows better than a check: nothing came back, no gradient or half of it, because something was dropped,
# not read, or mixed with what earlier calls had left.
SURE = {"update-dropped", "stale-global", "hard-coded", "hidden-state"}
VAGUE = {"returns-nothing", "item-kills-gradient", "half-loss"}
# Where an exception stopped the function, these explain nothing.
ABOUT_VALUES = {"stale-global", "hard-coded", "int-truncates", "item-kills-gradient", "finite-differences"}
