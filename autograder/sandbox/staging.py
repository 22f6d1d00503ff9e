"""What a student's function would compute, found out by tracing it: the worker says it, the evaluator computes it.

For a device that workers cannot reach.  Whatever does not trace, in any way, is called plainly; and so is what tells
a trace from a call: who asks for a number and catches the refusal would be judged by what it does without one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import jax
import jax.errors

from autograder.sandbox import programs, wire
from autograder.sandbox.alarm import TimeLimit, alarm
from autograder.sandbox.changes import shared
from autograder.sandbox.compiled import forget_traces, mentions
from autograder.sandbox.jaxprs import Unstageable, Writer
from autograder.sandbox.marshal import Marshal
from autograder.sandbox.observe import Capture, Observer
from autograder.sandbox.programs import Body
from autograder.sandbox.protocol import (
    DTYPES,
    AnyValue,
    Array,
    Call,
    Handle,
    Items,
    Missing,
    Named,
    Raised,
    Returned,
    Spoiled,
    Staged,
    Traced,
)
from autograder.sandbox.protocol import Mapping as MappingMessage
from autograder.sandbox.state import Node, differences, snapshot

_PATIENCE = 2.5  # seconds: what takes longer to trace is a loop that has no end, or too many steps for a program
# Names in the code of who looks whether it is traced, and of settings for a block that a program says nothing of.
_TELLING = frozenset({"Tracer", "is_concrete", "trace_state_clean", "debug_nans", "debug_infs", "transfer_guard"})
_TELLING |= {f"transfer_guard_{way}" for way in ("host_to_device", "device_to_host", "device_to_device")}


class Stager:
    """Answers calls by tracing where that can be done, and leaves the rest to the observer.

    `usual` are JAX's settings before a student's code ran.  Others, `jax_debug_nans` for one, decide what a plain call
    does and are no part of a program.
    """

    def __init__(self, observer: Observer, usual: dict[str, Any]) -> None:
        self.observer = observer
        self._usual = usual
        self._plain: set[tuple[str, bool]] = set()
        self._called: set[str] = set()

    def call(self, request: Call) -> Returned | Raised | Missing | Staged | Spoiled:
        """The reply to a call that may be staged."""
        key = (_name(request), any(_jax_arrays(request)))
        if key not in self._plain and settings() == self._usual:
            reply = self._stage(request)
            if reply is not None:
                return reply
            if key[0]:
                self._plain.add(key)  # the next call would not trace either
        return self.observer.call(request)

    def _stage(self, request: Call) -> Staged | Spoiled | None:
        """`None` where a plain call must be made, and can be: tracing has changed nothing that anybody would see."""
        function = self.observer.find(request.function)
        if isinstance(function, Missing) or mentions(function, self.observer.space, _TELLING):
            return None
        if request.watch:
            forget_traces(function, self.observer.space)
        before = self._stock(request, function)
        output = Capture(self.observer.output_limit)
        trace = _Trace(self.observer.marshal, function, request)
        try:
            program = trace.program(output)
        except TimeLimit:
            return Spoiled(request.nonce, timed_out=True)
        if trace.changed_arguments or self._differs(before, request, function):
            return Spoiled(request.nonce)
        if program is None:
            return None
        self._called.add(_name(request))
        changes = tuple(shared(trace.raw, trace.given)) if request.watch else ()
        constants = tuple(trace.writer.constants)
        return Staged(request.nonce, trace.value, programs.encode(program), constants, changes, output.text())

    def _stock(self, request: Call, function: Any) -> dict[str, Node] | None:
        """As an observer takes stock: for a watched call, and for the first of a function."""
        name = _name(request)
        if not request.watch and (not name or name in self._called):
            return None
        return self._snapshot(request, function)

    def _differs(self, before: dict[str, Node] | None, request: Call, function: Any) -> bool:
        if before is None:
            return False
        return next(differences(before, self._snapshot(request, function)), None) is not None

    def _snapshot(self, request: Call, function: Any) -> dict[str, Node]:
        stranger = function if request.watch and isinstance(request.function, Handle) else None
        return snapshot(self.observer.space, self.observer.ignored, stranger)


def settings() -> dict[str, Any]:
    """JAX's settings as they are now, those of a `with` included."""
    return {name: getattr(jax.config, name, value) for name, value in jax.config.values.items()}


def _name(request: Call) -> str:
    return request.function.name if isinstance(request.function, Named) else ""


# --------------------------------------------------------------------------- one call


class _Trace:
    """One call under a trace.  Afterwards: `value`, the answer with a `Traced` for each array that is to come."""

    def __init__(self, marshal: Marshal, function: Any, request: Call) -> None:
        self.writer = Writer()
        self.value: AnyValue = Traced(0, "", ())
        self.raw: Any = None
        self.given: list[Any] = []
        self.changed_arguments = False
        self._marshal = _TracerMarshal(marshal)
        self._function = function
        self._request = request

    def program(self, output: Capture) -> Body | None:
        """What the call computes; `None` where that cannot be said.  `TimeLimit` when it takes too long to trace."""
        inputs = [_as_jax_would(wire.unpack(array)) for array in _jax_arrays(self._request)]
        shape: Any = jax.ShapeDtypeStruct
        shapes = [shape(array.shape, array.dtype) for array in inputs]
        try:
            with output.redirected(), _refusals() as refusals, alarm(min(self._request.seconds, _PATIENCE)):
                closed = jax.make_jaxpr(self._run)(*shapes)
            return None if refusals else self.writer.program(closed, inputs)
        except TimeLimit:
            raise
        except BaseException:  # noqa: BLE001  a student may raise anything, and the plain call says what
            return None

    def _run(self, *tracers: Any) -> list[Any]:
        marshal, request = self._marshal, self._request
        marshal.inputs = iter(tracers)
        args = [marshal.decode(arg) for arg in request.args]
        kwargs = {name: marshal.decode(arg) for name, arg in request.kwargs.items()}
        self.given = [args, kwargs]
        before = marshal.encode(self.given)
        try:
            self.raw = self._function(*args, **kwargs)
        finally:
            self.changed_arguments = marshal.encode(self.given) != before
        marshal.results = []
        self.value = marshal.encode(self.raw)
        return marshal.results


class _TracerMarshal(Marshal):
    """JAX arrays come in as tracers and go out as numbers of results."""

    def __init__(self, marshal: Marshal) -> None:
        super().__init__(marshal.space, marshal.kept)
        self.inputs: Iterator[Any] = iter(())
        self.results: list[Any] | None = None  # while arguments are looked at

    def jax_array(self, array: Array) -> Any:
        return next(self.inputs)

    def tracer(self, value: Any) -> AnyValue:
        if self.results is None:
            return Handle(id(value))
        if value.dtype.name not in DTYPES and not jax.numpy.issubdtype(value.dtype, jax.numpy.floating):
            raise Unstageable(value.dtype.name)
        self.results.append(value)
        return Traced(len(self.results) - 1, value.dtype.name, tuple(value.shape))

    def keep(self, function: Any) -> Handle:
        if self.results is not None:
            raise Unstageable("a function")  # it may hold what does not outlive the trace
        return Handle(id(function))

    def describe_axes(self, axes: Any) -> AnyValue:
        raise Unstageable("a plot")


_REFUSALS = (
    jax.errors.ConcretizationTypeError,
    jax.errors.TracerArrayConversionError,
    jax.errors.TracerIntegerConversionError,
    jax.errors.NonConcreteBooleanIndexError,
)


@contextlib.contextmanager
def _refusals() -> Iterator[list[str]]:
    """Every time a tracer is asked for its value, whether the refusal is caught or not."""
    seen: list[str] = []
    before = [(kind, kind.__init__) for kind in _REFUSALS]

    def noticing(kind: Any, init: Any) -> Any:
        def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807  it takes that one's place
            seen.append(kind.__name__)
            init(self, *args, **kwargs)

        return __init__

    for kind, init in before:
        kind.__init__ = noticing(kind, init)  # type: ignore[method-assign]  # put back below
    try:
        yield seen
    finally:
        for kind, init in before:
            kind.__init__ = init  # type: ignore[method-assign]


def _jax_arrays(request: Call) -> Iterator[Array]:
    """The JAX arrays among the arguments, in the order in which they are decoded."""
    waiting: list[AnyValue] = [*request.args, *request.kwargs.values()][::-1]
    while waiting:
        match waiting.pop():
            case Array(kind="jax") as array:
                yield array
            case Items(items=items):
                waiting += items[::-1]
            case MappingMessage(values=values):
                waiting += values[::-1]


def _as_jax_would(array: Any) -> Any:
    return array.astype(jax.dtypes.canonicalize_dtype(array.dtype))
