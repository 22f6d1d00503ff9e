"""What a module remembers: everything a function could change behind its caller's back, as a flat map of fingerprints.

Looked at: module variables at every depth, attributes of functions, classes and objects the student made, default
values, closure cells, iterators, NumPy's and Python's random state and generators, `jax.config`.  Not looked at:
`functools` caches, imported modules, Matplotlib.  A JAX array is immutable, so its identity is its value.

A look is taken before and after most calls, and hardly ever is there anything to tell: texts are made when asked for.
"""

from __future__ import annotations

import collections
import collections.abc
import contextlib
import enum
import functools
import hashlib
import itertools
import random
import types
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

import jax
import numpy as np

MAX_NODES = 20_000
_UNLIKELY = 0x6A786C31
_SHOWN = 60  # characters of a value in a message
_COPIED = 4096  # bytes of a NumPy array that is shown later; of a larger one NumPy shows the edges, which is quick
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
    """One remembered thing: how it is told from another, how it is shown, and what keeps it.

    `thing` is that or what is shown of it.  It stays alive with the state, so that its id is nobody else's.
    """

    fingerprint: object
    thing: object
    kind: str  # Change.what
    container: bool = False
    label: str | None = None  # what is shown where it is not the thing itself

    @property
    def shown(self) -> str:
        """For a message, shortened."""
        if self.label is not None:
            text = self.label
        elif isinstance(self.thing, jax.Array) and self.thing.is_deleted():  # since
            text = "an array"
        else:
            text = str(self.thing).replace("\n", "")
        return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


State = dict[str, Node]


def snapshot(space: dict[str, Any], ignored: frozenset[str], callee: object = None) -> State:
    """The state of a module, of what is global to the process, and of a function that the module may not know."""
    walker = _Walker(space)
    for name in list(space):
        if name not in _SKIPPED and name not in ignored and not issubclass(type(space[name]), types.ModuleType):
            walker.add(space[name], name, "global")
    if callee is not None:
        walker.add(callee, "the function", "closure")
    state = walker.walk()
    state["np.random"] = Node(_frozen(np.random.get_state(legacy=False)), None, "random", label="its state")
    state["random"] = Node(hash(random.getstate()), None, "random", label="its state")
    for option, value in jax.config.values.items():
        state[f"jax.config.{option}"] = Node(repr(value), None, "config", label=repr(value))
    return state


@contextlib.contextmanager
def unlikely_random_state() -> Iterator[None]:
    """Random states that no student sets, so that setting a seed is always seen; afterwards what there was before."""
    python, numpy = random.getstate(), np.random.get_state()
    draw_the_same_numbers()
    try:
        yield
    finally:
        random.setstate(python)
        np.random.set_state(numpy)


def draw_the_same_numbers() -> None:
    """Set both seeds, to one that nobody thinks of."""
    random.seed(_UNLIKELY)
    np.random.seed(_UNLIKELY)


def differences(before: State, after: State) -> Iterator[tuple[str, Node | None, Node | None]]:
    """Paths whose fingerprint is another one now, in the order of the walk; either side may be absent."""
    for path in {**before, **after}:
        old, new = before.get(path), after.get(path)
        if old is None or new is None or old.fingerprint != new.fingerprint:
            yield path, old, new


class _Walker:
    """Breadth first: a long table uses up the nodes for its own entries, and not for the variables after it."""

    def __init__(self, space: dict[str, Any]) -> None:
        self.space = space
        self.state: State = {}
        self._seen: dict[int, object] = {}  # keeps what it saw alive, so that no id is used twice
        self._waiting: collections.deque[tuple[Any, str, str]] = collections.deque()

    def add(self, value: Any, path: str, kind: str) -> None:
        self._waiting.append((value, path, kind))

    def walk(self) -> State:
        while self._waiting and len(self.state) < MAX_NODES:
            value, path, kind = self._waiting.popleft()
            try:
                self._look(value, path, kind)
            except Exception:  # noqa: BLE001  a student's object may raise whatever it is asked
                self._note(path, "unreadable", value, kind)
        return self.state

    def _look(self, value: Any, path: str, kind: str) -> None:
        if isinstance(value, _PLAIN):
            self.state[path] = Node((type(value).__name__, repr(value)), None, kind, label=repr(value))
        elif isinstance(value, jax.Array):
            self._jax_array(value, path, kind)
        elif id(value) in self._seen:
            if path not in self.state:  # a class is found by its name and at each of its objects
                self._note(path, "again", value, kind)
        else:
            self._seen[id(value)] = value
            self._compound(value, path, kind)

    def _note(self, path: str, what: str, value: object, kind: str, label: str | None = None) -> None:
        """A thing that is another one when its identity is."""
        self.state[path] = Node((what, id(value)), value, kind, label=label or type(value).__name__)

    def _container(self, path: str, what: str, value: Any, kind: str) -> None:
        self.state[path] = Node((what, len(value)), None, kind, container=True, label=f"{len(value)} entries")

    def _jax_array(self, value: jax.Array, path: str, kind: str) -> None:
        if isinstance(value, jax.core.Tracer):
            self._note(path, "tracer", value, "tracer", "a tracer")
            return
        self._seen.setdefault(id(value), value)
        deleted = value.is_deleted()
        self.state[path] = Node(("jax", id(value), deleted), value, kind, label="a deleted array" if deleted else None)

    def _numpy_array(self, value: np.ndarray[Any, Any], path: str, kind: str) -> None:
        data = value.tobytes() if value.dtype.kind != "O" else repr(value).encode()
        shown = np.array(value) if value.nbytes <= _COPIED and value.dtype.kind != "O" else str(value)
        self.state[path] = Node((value.dtype.str, value.shape, _digest(data)), shown, kind)

    def _compound(self, value: Any, path: str, kind: str) -> None:
        if isinstance(value, jax.Ref):  # mutable, unlike every other array of JAX
            content = _digest(np.asarray(value[...]).tobytes())
            self.state[path] = Node(("ref", id(value), content), value, kind, label=str(value).replace("\n", ""))
        elif isinstance(value, np.random.Generator | np.random.RandomState | random.Random):
            self.state[path] = Node((id(value), _drawn(value)), value, "random", label="its state")
        elif _is_iterator(value):
            kept: list[object] = [value]
            self.state[path] = Node((id(value), _stand(value, kept)), kept, kind, label="an iterator")
        elif isinstance(value, np.ndarray):
            self._numpy_array(value, path, kind)
        elif isinstance(value, collections.abc.Mapping):
            self._container(path, "mapping", value, kind)
            for key in itertools.islice(value, MAX_NODES):
                if (item := value[key]) is value[key]:  # and not made anew each time, as a file of arrays does it
                    self.add(item, f"{path}[{key!r}]"[:200], kind)
            self._attributes(value, path)
        elif isinstance(value, tuple | collections.abc.MutableSequence | collections.abc.Set):
            self._container(path, type(value).__name__, value, kind)
            for i, item in enumerate(itertools.islice(value, MAX_NODES)):
                self.add(item, f"{path}[{i}]", kind)
            self._attributes(value, path)
        elif isinstance(value, types.FunctionType):
            self._function(value, path)
        elif isinstance(value, functools.partial):
            self._note(path, "partial", value, kind, "a partial")
            self.add([value.func, value.args, value.keywords], f"{path}.args", kind)
        elif isinstance(value, types.MethodType):
            self.add(value.__self__, f"{path}.__self__", "attribute")
        elif isinstance(value, _LRU_CACHE) or hasattr(type(value), "__wrapped__") or "__wrapped__" in _vars(value):
            self._note(path, "wrapper", value, kind)
            self.add(getattr(value, "__wrapped__", None), path + ".__wrapped__", kind)
            self._attributes(value, path)
        else:
            self._note(path, "object", value, kind)
            self._attributes(value, path)

    def _function(self, function: types.FunctionType, path: str) -> None:
        self._note(path, "function", function, "global", "a function")
        if function.__globals__ is not self.space:  # a library's, or the course's own
            if "__wrapped__" in vars(function):  # such as `jax.vmap` around one of theirs
                self.add(vars(function)["__wrapped__"], f"{path}.__wrapped__", "attribute")
            return
        names = function.__code__.co_varnames[: function.__code__.co_argcount]
        defaults = function.__defaults__ or ()
        pairs = [
            *zip(names[len(names) - len(defaults) :], defaults, strict=True),
            *(function.__kwdefaults__ or {}).items(),
        ]
        for name, default in pairs:
            self.add(default, f"{name} (a default value of {path})", "default")
        for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
            try:
                self.add(cell.cell_contents, f"{name} (remembered by {path})", "closure")
            except ValueError:  # an empty cell
                continue
        for name, value in list(vars(function).items()):
            self.add(value, f"{path}.{name}", "attribute")

    def _attributes(self, value: Any, path: str) -> None:
        """What an object or class of the student's holds; a library's is that library's affair."""
        owner = value if isinstance(value, type) else type(value)
        if owner.__module__ != self.space.get("__name__") and owner is not types.SimpleNamespace:
            return
        if isinstance(owner, enum.EnumType):  # constants; what is made of two flags is kept when it is first asked for
            return
        for name, attribute in {**_vars(value), **_slots(value)}.items():
            cached = isinstance(getattr(owner, name, None), functools.cached_property) and owner is not value
            if not cached and (not name.startswith("__") or isinstance(attribute, types.FunctionType)):
                self.add(attribute, f"{path}.{name}", "attribute")
        if owner is not value:
            self.add(owner, owner.__name__, "attribute")


def _drawn(generator: np.random.Generator | np.random.RandomState | random.Random) -> object:
    """How far a random generator is."""
    match generator:
        case np.random.Generator():
            return _frozen(generator.bit_generator.state)
        case np.random.RandomState():
            return _frozen(generator.get_state(legacy=False))
    return hash(generator.getstate())


def _is_iterator(value: object) -> bool:
    return isinstance(value, collections.abc.Iterator) and type(value).__module__ in ("builtins", "itertools")


def _stand(value: Any, kept: list[object]) -> object:
    """Where an iterator stands, found out without a step; in `kept` goes whatever an id is taken of."""
    if isinstance(value, types.GeneratorType):
        frame = value.gi_frame
        return (frame.f_lasti, _stand([*frame.f_locals.values()], kept)) if frame else "at its end"
    if _is_iterator(value):
        with contextlib.suppress(TypeError), warnings.catch_warnings():  # TypeError: of those that cannot be copied
            warnings.simplefilter("ignore")  # of 3.12 and 3.13 that 3.14 can copy none
            value = value.__reduce__()[1:]
    if isinstance(value, tuple | list):
        return tuple(_stand(part, kept) for part in value)
    if isinstance(value, (range, *_PLAIN)):
        return repr(value)
    kept.append(value)
    return id(value)


def _frozen(state: object) -> object:
    if isinstance(state, dict):
        return tuple((name, _frozen(part)) for name, part in state.items())
    return state.tobytes() if isinstance(state, np.ndarray) else state


def _vars(value: object) -> dict[str, Any]:
    try:
        return dict(vars(value))
    except TypeError:
        return {}


def _slots(value: object) -> dict[str, Any]:
    slots = {
        name: slot
        for owner in type(value).__mro__
        for name, slot in vars(owner).items()
        if isinstance(slot, types.MemberDescriptorType)
    }
    return {name: slot.__get__(value) for name, slot in slots.items() if hasattr(value, name)}


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
