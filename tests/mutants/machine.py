"""Machine-made wrong answers: each solution of the course with one small thing changed.

Not a library's (mutmut, cosmic-ray): those change a package and run its tests, while here a changed function goes
through the grader, which is what is to be measured.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple

from autograder.model import Unit
from autograder.pages import read_page
from tests.mutants.corpus import COURSE, HERE, Mutant

_OPERATORS: dict[type[ast.operator], list[type[ast.operator]]] = {
    ast.Add: [ast.Sub, ast.Mult],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Div, ast.Add],
    ast.Div: [ast.Mult],
    ast.Pow: [ast.Mult],
    ast.FloorDiv: [ast.Div],
    ast.Mod: [ast.FloorDiv],
}
_COMPARISONS: dict[type[ast.cmpop], list[type[ast.cmpop]]] = {
    ast.Gt: [ast.GtE, ast.Lt],
    ast.Lt: [ast.LtE, ast.Gt],
    ast.GtE: [ast.Gt],
    ast.LtE: [ast.Lt],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
}
_NAMES = {
    "mean": ["sum", "max"],
    "sum": ["mean", "max"],
    "max": ["min"],
    "min": ["max"],
    "std": ["var"],
    "abs": ["square"],
    "set": ["add"],
    "add": ["set"],
    "multiply": ["set", "add"],
    "zeros": ["ones"],
    "ones": ["zeros"],
    "grad": ["value_and_grad"],
    "value_and_grad": ["grad"],
    "float32": ["float16", "int32"],
    "scatter": ["plot"],
    "plot": ["scatter"],
    "set_xlabel": ["set_ylabel"],
    "set_ylabel": ["set_xlabel"],
}


class Change(NamedTuple):
    """Where, and what stands there instead."""

    line: int
    before: str
    after: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.before}  →  {self.after}"


def mutants() -> list[tuple[Mutant, Change]]:
    """All of them, in the order of the course, no text twice."""
    return [found for unit in COURSE.units for found in _of_unit(unit)]


def _of_unit(unit: Unit) -> Iterator[tuple[Mutant, Change]]:
    for cell in read_page(COURSE, unit).cells:
        if cell.role != "task":
            continue
        assert cell.task is not None
        tree = ast.parse(cell.source)
        seen = {ast.unparse(tree)}
        for change, source in _changed(tree):
            if source not in seen:
                seen.add(source)
                yield Mutant(f"{cell.task}: {change}", (cell.task,), source), change


def _changed(tree: ast.Module) -> Iterator[tuple[Change, str]]:
    """Each way to change one node of the tree; the tree itself stays as it is."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    docstrings = {
        id(part) for node in functions if ast.get_docstring(node) is not None for part in ast.walk(node.body[0])
    }
    for index, node in enumerate(ast.walk(tree)):
        if id(node) in docstrings:
            continue
        for number in range(len(_replacements(node, tree))):
            other = copy.deepcopy(tree)
            place = next(found for at, found in enumerate(ast.walk(other)) if at == index)
            replacement = _replacements(place, other)[number]
            before = ast.unparse(place)
            _replace(other, place, replacement)
            yield (
                Change(getattr(node, "lineno", 0), _short(before), _short(ast.unparse(replacement))),
                ast.unparse(ast.fix_missing_locations(other)),
            )


def _short(text: str) -> str:
    return " ".join(text.split())[:60]


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, field, new)
            elif isinstance(value, list) and any(item is old for item in value):
                setattr(parent, field, [new if item is old else item for item in value])


def _replacements(node: ast.AST, tree: ast.Module) -> list[ast.AST]:
    return list(_all_replacements(node, tree))


def _all_replacements(node: ast.AST, tree: ast.Module) -> Iterator[ast.AST]:
    match node:
        case ast.BinOp():
            for other in _OPERATORS.get(type(node.op), []):
                yield ast.BinOp(node.left, other(), node.right)
            yield node.left
            yield node.right
        case ast.UnaryOp(operand=operand):
            yield operand
        case ast.Compare(ops=[only]):
            for comparison in _COMPARISONS.get(type(only), []):
                yield ast.Compare(node.left, [comparison()], node.comparators)
        case ast.Constant(value=bool() as truth):
            yield ast.Constant(not truth)
        case ast.Constant(value=int() | float() as value):
            yield ast.Constant(value + 1)
            if value:
                yield ast.Constant(type(value)(0))
                yield ast.UnaryOp(ast.USub(), ast.Constant(value))
        case ast.Constant(value=str() as text):
            yield ast.Constant(text + "_")
        case ast.Tuple(elts=[first, second, *rest], ctx=ast.Load()):
            yield ast.Tuple([second, first, *rest], ast.Load())
            yield first
        case ast.Call():
            yield from _other_calls(node)
        case ast.Attribute(attr=name):
            yield from (ast.Attribute(node.value, other, node.ctx) for other in _NAMES.get(name, []))
        case ast.Name(id=name, ctx=ast.Load()):
            names = _parameters(tree)
            if name in names:
                yield from (ast.Name(other, ast.Load()) for other in names if other != name)
        case ast.Return(value=ast.expr()):
            yield from (ast.Return(ast.Name(name, ast.Load())) for name in _parameters(tree)[:1])
            yield ast.Return(ast.Constant(None))
        case ast.Assign() | ast.AugAssign() | ast.Expr():
            yield ast.Pass()
        case ast.If(test=test):
            yield ast.If(ast.UnaryOp(ast.Not(), test), node.body, node.orelse)


def _other_calls(call: ast.Call) -> Iterator[ast.expr]:
    if len(call.args) > 1:
        yield ast.Call(call.func, [call.args[1], call.args[0], *call.args[2:]], call.keywords)
        yield ast.Call(call.func, call.args[:-1], call.keywords)
    for keyword in call.keywords:
        yield ast.Call(call.func, call.args, [other for other in call.keywords if other is not keyword])
    if call.args and not isinstance(call.args[0], ast.Starred):
        yield call.args[0]
    if isinstance(call.func, ast.Attribute) and not isinstance(call.func.value, ast.Name):
        yield call.func.value


def _parameters(tree: ast.Module) -> list[str]:
    function = next(node for node in tree.body if isinstance(node, ast.FunctionDef))
    return [argument.arg for argument in function.args.args]


def equivalents() -> dict[str, str]:
    """Mutants that are right answers, too, each with the reason: `task: line 3: before  →  after` | why."""
    lines = (HERE / "equivalent.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.rsplit(" | ", 1) for line in lines if line and not line.startswith("#")]
    return {name.strip(): reason.strip() for name, reason in pairs}
