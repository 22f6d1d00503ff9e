"""Whether JAX may keep a traced copy of a function: then its Python, and its side effects, would not run again."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Any

import jax

# Transformations that trace a function once and remember the result by the function's identity.
_KEEPERS = frozenset(
    {"jit", "pjit", "pmap", "scan", "fori_loop", "while_loop", "cond", "switch", "associative_scan"}
    | {"checkpoint", "remat", "custom_jvp", "custom_vjp", "custom_gradient", "linearize", "eval_shape", "vectorize"}
)
_KEPT = frozenset(
    id(keeper)
    for room in (jax, jax.lax, jax.numpy)
    for name in _KEEPERS
    if (keeper := getattr(room, name, None)) is not None
)


def forget_traces(function: object, space: dict[str, Any]) -> None:
    """Make the next call of `function` run its Python; costs nothing where none of it can be kept.

    `space` is the namespace whose functions it may call.  A full `jax.clear_caches` also drops every compiled
    operation, so it is only for those who need it.
    """
    if any(_keeps(value) for value in _reachable(function, space)):
        jax.clear_caches()  # type: ignore[no-untyped-call]  # JAX leaves it without annotations


def _reachable(function: object, space: dict[str, Any]) -> Iterator[object]:
    """The function and every value of the namespace that its code, or theirs, names; all of it when that is unknown."""
    seen: set[int] = set()
    waiting = [function]
    while waiting:
        value = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        yield value
        code = getattr(value, "__code__", None)
        if isinstance(code, types.CodeType):
            waiting += [space[name] for name in _names(code) if name in space]
            waiting += [cell.cell_contents for cell in getattr(value, "__closure__", None) or () if _filled(cell)]
        elif value is function:  # a callable object, a partial, a wrapper: it may call anything
            waiting += list(space.values())


def _keeps(value: object) -> bool:
    if hasattr(value, "clear_cache") or id(value) in _KEPT:  # a jitted function, or `from jax import jit`
        return True
    code = getattr(value, "__code__", None)
    if not isinstance(code, types.CodeType):
        return False
    names = _names(code)
    # `map` is `jax.lax.map`, which keeps a trace, or `jax.tree.map` or Python's own, which do not.
    return not _KEEPERS.isdisjoint(names) or {"lax", "map"} <= names


def _names(code: types.CodeType) -> set[str]:
    """Every name that code uses, in the functions inside it too."""
    inner = [_names(constant) for constant in code.co_consts if isinstance(constant, types.CodeType)]
    return set(code.co_names).union(*inner)


def _filled(cell: types.CellType) -> bool:
    try:
        return cell.cell_contents is not None
    except ValueError:
        return False
