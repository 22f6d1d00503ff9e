"""Whether JAX may keep a traced copy of a function: then its Python, and its side effects, would not run again."""

from __future__ import annotations

import types
from typing import Any

import jax

# Transformations that trace a function once and remember the result by the function's identity.
_KEEPERS = frozenset(
    {"jit", "pjit", "pmap", "scan", "fori_loop", "while_loop", "cond", "switch", "map", "associative_scan"}
    | {"checkpoint", "remat", "custom_jvp", "custom_vjp", "custom_gradient", "linearize", "eval_shape", "vectorize"}
)
_KEPT = frozenset(
    id(keeper)
    for room in (jax, jax.lax, jax.numpy)
    for name in _KEEPERS
    if (keeper := getattr(room, name, None)) is not None
)


def forget_traces(space: dict[str, Any]) -> None:
    """Make the next call of the namespace's functions run their Python; costs nothing where nothing can be kept.

    A full `jax.clear_caches` also drops every compiled operation, so it is only for those who need it.
    """
    if any(_keeps(value) for value in list(space.values())):
        jax.clear_caches()  # type: ignore[no-untyped-call]  # JAX leaves it without annotations


def _keeps(value: object) -> bool:
    if hasattr(value, "clear_cache") or id(value) in _KEPT:  # a jitted function, or `from jax import jit`
        return True
    code = getattr(value, "__code__", None)
    return isinstance(code, types.CodeType) and _mentions(code)


def _mentions(code: types.CodeType) -> bool:
    if not _KEEPERS.isdisjoint(code.co_names):
        return True
    return any(_mentions(constant) for constant in code.co_consts if isinstance(constant, types.CodeType))
