"""What changed between a value as it was given and as it is now, at every depth; and whether two share memory."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from autograder.sandbox.protocol import AnyValue, Array, Change, Handle, Items, Mapping, Named, Opaque, Source
from autograder.sandbox.wire import unpack

# Kinds of changes; a message is about the first of them that was found.
BY_WEIGHT = ("argument", "tracer", "default", "random", "closure", "attribute", "global", "config", "shared")


class ChangedArgument(NamedTuple):
    """An argument as a whole, as it was and as it is: for whoever looks in the process where it lies."""

    name: str
    before: AnyValue
    after: AnyValue


def compare(path: str, before: AnyValue, after: AnyValue) -> list[Change]:
    """What changed between an argument as it was sent and as it is now, at every depth."""
    if isinstance(before, Array) and isinstance(after, Array):
        return _compare_arrays(path, before, after)
    if isinstance(before, Items) and isinstance(after, Items) and before.kind == after.kind:
        if len(before.items) != len(after.items):
            return [_container(path, f"{len(before.items)} items", f"{len(after.items)} items")]
        pairs = zip(before.items, after.items, strict=True)
        return [change for i, (old, new) in enumerate(pairs) for change in compare(f"{path}[{i}]", old, new)]
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        if before.keys != after.keys:
            return [_container(path, f"keys {list(before.keys)}", f"keys {list(after.keys)}")]
        return [
            change
            for key, old, new in zip(before.keys, before.values, after.values, strict=True)
            for change in _inside(compare(f"{path}[{key!r}]", old, new), old, new)
        ]
    if isinstance(before, Source | Named | Handle) or before == after:
        return []
    if isinstance(after, Opaque) and after.type == "a deleted jax.Array":
        return [Change("argument", path, "an array", "deleted")]
    return [Change("argument", path, _show(before), _show(after), container=True)]


def _inside(changes: list[Change], old: AnyValue, new: AnyValue) -> list[Change]:
    # An entry that is an array of another kind or shape now was put there: the dict changed, not the array.
    if (
        isinstance(old, Array)
        and isinstance(new, Array)
        and (old.kind, old.shape, old.dtype) == (new.kind, new.shape, new.dtype)
    ):
        return changes
    return [Change(c.what, c.path, c.before, c.after, True, c.frame) if isinstance(old, Array) else c for c in changes]


def _container(path: str, before: str, after: str) -> Change:
    return Change("argument", path, before, after, container=True)


def _compare_arrays(path: str, before: Array, after: Array) -> list[Change]:
    if (before.kind, before.dtype, before.shape) == (after.kind, after.dtype, after.shape):
        if before.data == after.data:
            return []
        old, new = unpack(before), unpack(after)
        different = np.argwhere((old != new) & ~((old != old) & (new != new)))
        if not len(different):
            return []
        place = tuple(int(i) for i in different[0])
        where = f"[{', '.join(map(str, place))}]" if place else ""
        # A JAX array cannot change: another one was put in its place.
        is_container = before.kind == "jax"
        where = "" if is_container else where
        return [Change("argument", path + where, f"{old[place]:.6g}", f"{new[place]:.6g}", is_container)]
    if before.kind == "jax" and after.kind == "jax" and before.shape == after.shape and before.dtype == after.dtype:
        return []
    return [Change("argument", path, _show(before), _show(after), container=True)]


def _show(value: AnyValue) -> str:
    match value:
        case Array():
            array, kind = unpack(value), "JAX" if value.kind == "jax" else "NumPy"
            if array.size > 6:
                return f"a {kind} array of shape {value.shape} and dtype {value.dtype}"
            text = np.array2string(array, separator=", ", precision=6) if array.shape else f"{array.item():.6g}"
            return f"{' '.join(text.split())} ({kind}, {value.dtype})"
        case Opaque():
            return value.type
        case Items():
            return f"a {value.kind} of {len(value.items)}"
        case Mapping():
            return f"a {value.type}"
    return repr(getattr(value, "value", type(value).__name__))


def shared(result: object, given: object) -> list[Change]:
    """NumPy memory that a result has in common with an argument: who writes to one changes the other."""
    mine = list(_numpy_leaves(given))
    for leaf in _numpy_leaves(result):
        if any(np.shares_memory(leaf, other) for other in mine):
            return [Change("shared", "the result", "its own memory", "an argument's memory")]
    return []


def _numpy_leaves(value: object, depth: int = 8) -> list[np.ndarray[Any, Any]]:
    if isinstance(value, np.ndarray):
        return [value] if value.size else []
    if depth and isinstance(value, dict):
        return [leaf for item in value.values() for leaf in _numpy_leaves(item, depth - 1)]
    if depth and isinstance(value, list | tuple):
        return [leaf for item in value for leaf in _numpy_leaves(item, depth - 1)]
    return []
