"""What a module remembers: everything a function could change behind its caller's back, as a flat map of fingerprints.

Looked at: module variables at every depth, attributes of functions, classes and objects the student made, default
values, closure cells, NumPy's and Python's random state, `jax.config`.  Not looked at: `functools` caches, imported
modules, Matplotlib.  A JAX array is immutable, so its identity is its value.
"""

from __future__ import annotations

import collections.abc
import functools
import hashlib
import random
import types
from collections.abc import Iterator
from typing import Any, NamedTuple

import jax
import numpy as np

MAX_NODES = 20_000
_SHOWN = 60  # characters of a value in a message
_PLAIN = (type(None), bool, int, float, complex, str, bytes)
_LRU_CACHE = type(functools.lru_cache(lambda: None))
_SKIPPED = {
    "__builtins__",
    "__name__",
    "__doc__",
    "__file__",
    "__loader__",
    "__spec__",
    "__warningregistry__",  # Python's own note that a warning was shown, such as Matplotlib's at the 21st figure
    "In",
    "Out",
    "_oh",
    "_ih",
    "_dh",
}


class Node(NamedTuple):
    """One remembered thing: how it is told from another, how it is shown, and what keeps it."""

    fingerprint: object
    shown: str
    kind: str  # Change.what
    container: bool


State = dict[str, Node]


def snapshot(space: dict[str, Any], ignored: frozenset[str], callee: object = None) -> State:
    """The state of a module, of what is global to the process, and of a function that the module may not know."""
    walker = _Walker(space)
    for name in list(space):
        if name not in _SKIPPED and name not in ignored and not isinstance(space[name], types.ModuleType):
            walker.walk(space[name], name, "global")
    if callee is not None:
        walker.walk(callee, "the function", "closure")
    state = walker.state
    legacy = np.random.get_state(legacy=False)
    inner = legacy["state"]
    drawn = (_digest(inner["key"].tobytes()), inner["pos"], legacy["has_gauss"], legacy["gauss"])
    state["np.random"] = Node(drawn, "its state", "random", False)
    state["random"] = Node(hash(random.getstate()), "its state", "random", False)
    for option, value in jax.config.values.items():
        state[f"jax.config.{option}"] = Node(repr(value), repr(value), "config", False)
    return state


def differences(before: State, after: State) -> Iterator[tuple[str, Node | None, Node | None]]:
    """Paths whose fingerprint is another one now, in the order of the walk; either side may be absent."""
    for path in {**before, **after}:
        old, new = before.get(path), after.get(path)
        if old is None or new is None or old.fingerprint != new.fingerprint:
            yield path, old, new


class _Walker:
    def __init__(self, space: dict[str, Any]) -> None:
        self.space = space
        self.state: State = {}
        self._seen: dict[int, object] = {}  # keeps what it saw alive, so that no id is used twice

    def walk(self, value: Any, path: str, kind: str) -> None:
        if len(self.state) >= MAX_NODES:
            return
        if isinstance(value, _PLAIN):
            self._note(path, (type(value).__name__, repr(value)), repr(value), kind)
        elif isinstance(value, jax.Array):
            self._jax_array(value, path, kind)
        elif id(value) in self._seen:
            self._note(path, ("again", id(value)), type(value).__name__, kind)
        else:
            self._seen[id(value)] = value
            self._compound(value, path, kind)

    def _note(self, path: str, fingerprint: object, shown: str, kind: str, container: bool = False) -> None:
        self.state[path] = Node(
            fingerprint, shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…", kind, container
        )

    def _jax_array(self, value: jax.Array, path: str, kind: str) -> None:
        if isinstance(value, jax.core.Tracer):
            self._note(path, ("tracer", id(value)), "a tracer", "tracer")
            return
        self._seen.setdefault(id(value), value)
        shown = "a deleted array" if value.is_deleted() else str(value).replace("\n", "")
        self._note(path, ("jax", id(value), value.is_deleted()), shown, kind)

    def _compound(self, value: Any, path: str, kind: str) -> None:
        if isinstance(value, jax.Ref):  # mutable, unlike every other array of JAX
            self._note(path, ("ref", id(value), _digest(np.asarray(value[...]).tobytes())), str(value), kind)
        elif isinstance(value, np.ndarray):
            data = value.tobytes() if value.dtype.kind != "O" else repr(value).encode()
            self._note(path, (value.dtype.str, value.shape, _digest(data)), str(value).replace("\n", ""), kind)
        elif isinstance(value, collections.abc.Mapping):
            self._note(path, ("mapping", len(value)), f"{len(value)} entries", kind, True)
            for key in list(value):
                self.walk(value[key], f"{path}[{key!r}]"[:200], kind)
        elif isinstance(value, list | tuple | set | frozenset | collections.deque):
            self._note(path, (type(value).__name__, len(value)), f"{len(value)} entries", kind, True)
            for i, item in enumerate(list(value)):
                self.walk(item, f"{path}[{i}]", kind)
        elif isinstance(value, types.FunctionType):
            self._function(value, path)
        elif isinstance(value, functools.partial):
            self._note(path, ("partial", id(value)), "a partial", kind)
            self.walk([value.func, value.args, value.keywords], f"{path}.args", kind)
        elif isinstance(value, types.MethodType):
            self.walk(value.__self__, f"{path}.__self__", "attribute")
        elif isinstance(value, _LRU_CACHE) or hasattr(type(value), "__wrapped__") or "__wrapped__" in _vars(value):
            self._note(path, ("wrapper", id(value)), type(value).__name__, kind)
            self.walk(getattr(value, "__wrapped__", None), path + ".__wrapped__", kind)
        else:
            self._object(value, path, kind)

    def _function(self, function: types.FunctionType, path: str) -> None:
        self._note(path, ("function", id(function)), "a function", "global")
        if function.__globals__ is not self.space:
            return  # a library's, or the course's own
        names = function.__code__.co_varnames[: function.__code__.co_argcount]
        defaults = function.__defaults__ or ()
        pairs = [
            *zip(names[len(names) - len(defaults) :], defaults, strict=True),
            *(function.__kwdefaults__ or {}).items(),
        ]
        for name, default in pairs:
            self.walk(default, f"{name} (a default value of {path})", "default")
        for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
            try:
                self.walk(cell.cell_contents, f"{name} (remembered by {path})", "closure")
            except ValueError:  # an empty cell
                continue
        for name, value in list(vars(function).items()):
            self.walk(value, f"{path}.{name}", "attribute")

    def _object(self, value: Any, path: str, kind: str) -> None:
        self._note(path, ("object", id(value)), type(value).__name__, kind)
        mine = self.space.get("__name__")
        owner = value if isinstance(value, type) else type(value)
        if owner.__module__ != mine and not isinstance(value, types.SimpleNamespace):
            return
        for name, attribute in list(_vars(value).items()):
            if not name.startswith("__") or isinstance(attribute, types.FunctionType):
                self.walk(attribute, f"{path}.{name}", "attribute")
        if not isinstance(value, type):
            self.walk(owner, type(value).__name__, "attribute")


def _vars(value: object) -> dict[str, Any]:
    try:
        return dict(vars(value))
    except TypeError:
        return {}


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
