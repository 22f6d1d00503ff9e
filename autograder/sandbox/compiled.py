"""Whether JAX may keep a traced copy of a function: then its Python, and its side effects, would not run again."""

from __future__ import annotations

import contextlib
import functools
import types
from collections.abc import Iterator
from typing import Any

import jax
import numpy as np

# Transformations that trace a function once and remember the result by the function's identity.
_JIT = frozenset({"jit", "pjit"})  # these can be told to forget one function
_KEEPERS = _JIT | frozenset(
    {"pmap", "scan", "fori_loop", "while_loop", "cond", "switch", "associative_scan"}
    | {"checkpoint", "remat", "custom_jvp", "custom_vjp", "custom_gradient", "linearize", "eval_shape", "vectorize"}
)
_JITTED: Any = type(jax.jit(lambda: None))
_NO_FUNCTION = (types.ModuleType, str, bytes, int, float, complex, jax.Array, np.ndarray, type(None))
_MAX_VALUES = 5_000  # of a namespace; a table of numbers holds no functions
_KEPT = {
    id(keeper): name
    for room in (jax, jax.lax, jax.numpy)
    for name in _KEEPERS
    if (keeper := getattr(room, name, None)) is not None
}


def forget_traces(function: object, space: dict[str, Any]) -> None:
    """Make the next call of `function` run its Python; costs nothing where none of it can be kept.

    `space` is the namespace whose functions it may call.  A full `jax.clear_caches` also drops every compiled
    operation, hundreds of milliseconds to make again, so it is only for those who need it.
    """
    reachable = list(_reachable(function, space))
    if any(_keeps(value, _KEEPERS - _JIT) for value in reachable):
        jax.clear_caches()  # type: ignore[no-untyped-call]  # JAX leaves it without annotations
    elif any(_keeps(value, _JIT) for value in reachable):
        for value in reachable:
            _forget(value)


def mentions(function: object, space: dict[str, Any], names: frozenset[str]) -> bool:
    """Whether the code of `function`, or any that it may call, has one of these names."""
    codes = (_code_of(value) for value in _reachable(function, space))
    return any(code is not None and not names.isdisjoint(_names(code)) for code in codes)


def _forget(value: Any) -> None:
    """What `jit` remembers of one function, whoever put `jit` around it: it goes by the function's identity."""
    if isinstance(value, _JITTED):
        with contextlib.suppress(AttributeError):  # what `jax.jit(f).lower(x).compile()` made has no Python left
            value.clear_cache()
    elif isinstance(value, types.FunctionType):
        with contextlib.suppress(TypeError):  # a generator function, which `jit` takes from nobody
            jitted: Any = jax.jit(value)
            jitted.clear_cache()


def _reachable(function: object, space: dict[str, Any]) -> Iterator[object]:
    """The function and every value of the namespace that its code, or theirs, names; all of it when that is unknown."""
    seen: dict[int, object] = {}
    waiting = [function]
    while waiting and len(seen) < _MAX_VALUES:
        value = waiting.pop()
        if id(value) in seen or _is_no_function(value):
            continue
        seen[id(value)] = value
        yield value
        code = _code_of(value)
        if code is not None:
            waiting += [space[name] for name in _names(code) if name in space]
            waiting += [cell.cell_contents for cell in getattr(value, "__closure__", None) or () if _filled(cell)]
        else:
            with contextlib.suppress(Exception):  # a student's table may raise when it is read
                waiting += _held(value)
            if value is function:  # a callable object, a partial, a wrapper: it may call anything
                waiting += list(space.values())


def _is_no_function(value: object) -> bool:
    try:
        return isinstance(value, _NO_FUNCTION)
    except Exception:  # noqa: BLE001  a student's object may raise when it is asked for its class; then it says nothing
        return True


def _held(value: Any) -> list[object]:
    """What a table, a partial, a method or an object holds."""
    match value:
        case dict():
            return list(value.values())
        case list() | tuple() | set() | frozenset():
            return list(value)
        case functools.partial():
            return [value.func, *value.args, *value.keywords.values()]
        case types.MethodType():
            return [value.__func__, value.__self__]
    held = getattr(value, "__dict__", None)
    return list(held.values()) if isinstance(held, dict | types.MappingProxyType) else []


def _keeps(value: object, keepers: frozenset[str]) -> bool:
    if isinstance(value, _JITTED):
        return "jit" in keepers
    if _KEPT.get(id(value)) in keepers:  # `from jax import jit`
        return True
    code = _code_of(value)
    if code is None:
        return False
    names = _names(code)
    # `map` is `jax.lax.map`, which keeps a trace, or `jax.tree.map` or Python's own, which do not.
    return not keepers.isdisjoint(names) or ("scan" in keepers and {"lax", "map"} <= names)


def _code_of(value: Any) -> types.CodeType | None:
    # Only of functions: an object of a student's may have an answer, or an exception, for any name it is asked.
    match value:
        case types.FunctionType():
            return value.__code__
        case types.MethodType():
            return _code_of(value.__func__)
    return None


def _names(code: types.CodeType) -> set[str]:
    """Every name that code uses, in the functions inside it too."""
    inner = [_names(constant) for constant in code.co_consts if isinstance(constant, types.CodeType)]
    return set(code.co_names).union(*inner)


def _filled(cell: types.CellType) -> bool:
    try:
        return cell.cell_contents is not None
    except ValueError:
        return False
