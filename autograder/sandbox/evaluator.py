"""The evaluator's whole life, behind a wall of its own: read a program, compute it, send the arrays, again.

It holds the device and outlives submissions, so a program that one student's function traced to is there for the next
whose function traces to the same.  It runs no student's Python: a program is data, its operations are those of
`programs.OPERATIONS`, and of a submission it knows nothing but the numbers in it.
"""

from __future__ import annotations

import hashlib
import logging
import math
import os
import re
import resource
import socket
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import jax
import jax.extend
import jax.numpy as jnp
import numpy as np

from autograder.sandbox import programs, wire
from autograder.sandbox.alarm import TimeLimit, alarm
from autograder.sandbox.marshal import Marshal
from autograder.sandbox.programs import CONTROL, MAX_ENTRIES, Body, Step
from autograder.sandbox.protocol import Array, Describe, Error, Evaluate, Raised, Reply, Returned
from autograder.sandbox.worker import converse

MAX_KEPT = 512  # compiled programs
MAX_TOTAL = 1 << 26  # entries of all arrays that one program makes, a loop's body counted once
_WORN_OUT = 1 << 30  # bytes it has come to take; then it ends after its answer, and a fresh one comes
# What JAX makes of an operation on the lists by calling code of its own; a program cannot ask for one by name.
CUSTOM_CALLS = frozenset({"cu_threefry2x32_ffi"})
_KINDS: dict[str, Any] = {
    name: getattr(jax.lax, name) for name in programs.MEMBERS | programs.RECORDS if hasattr(jax.lax, name)
}
_HIGHEST = (jax.lax.Precision.HIGHEST, jax.lax.Precision.HIGHEST)  # so that no short floats decide a grade
# These hold a small function of their own, so they are called by their public names.
_BY_NAME: dict[str, Callable[..., Any]] = {
    "scatter": jax.lax.scatter,
    "scatter-add": jax.lax.scatter_add,
    "scatter-sub": jax.lax.scatter_sub,
    "scatter-mul": jax.lax.scatter_mul,
    "scatter-max": jax.lax.scatter_max,
    "scatter-min": jax.lax.scatter_min,
    "add_any": jax.lax.add,
    "stop_gradient": lambda value: value,
    "copy": lambda value: value,
}


def serve(connection: socket.socket) -> None:
    """Answer requests until the socket closes; then end the process."""
    evaluator = Evaluator()
    logging.getLogger("jax").addHandler(evaluator.trouble)
    with suppress(Exception):  # whoever asks first is told why there is no device
        jax.devices()
    begun = _memory()  # a driver takes much by itself

    def tired() -> bool:
        return _memory() - begun > _WORN_OUT

    converse(connection, Evaluate | Describe, evaluator.answer, tired)
    os._exit(0)


class Trouble(logging.Handler):
    """What JAX only logs when a plugin for a device does not start; it then says that there is no such device."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(str(record.exc_info[1] if record.exc_info else record.getMessage()))


class Evaluator:
    """Compiles programs, keeps them, computes them."""

    def __init__(self) -> None:
        self._marshal = Marshal({})
        self._compiled: OrderedDict[bytes, Any] = OrderedDict()
        self.trouble = Trouble()

    def answer(self, request: Evaluate | Describe) -> Reply:
        """The arrays that a program computes, or why it cannot be; never raises for anything a program says."""
        try:
            if isinstance(request, Describe):
                return Returned(request.nonce, self._marshal.encode(_description()))
            with alarm(request.seconds):
                constants = [jnp.asarray(wire.unpack(constant)) for constant in request.constants]
                results = self._program(request.program, request.constants, constants)(*constants)
                return Returned(request.nonce, self._marshal.encode(results))
        except TimeLimit:
            return _refusal(request, "it takes too long")
        except Exception as error:  # noqa: BLE001  then the function is called plainly, which says what is wrong
            said = self.trouble.said if isinstance(request, Describe) else ()
            return _refusal(request, "; ".join(said) or f"{type(error).__name__}: {error}")

    def _program(self, data: bytes, constants: tuple[Array, ...], values: list[Any]) -> Callable[..., list[Any]]:
        """The compiled program.  The same for equal programs on arrays of the same shapes, whatever is in those."""
        shapes = [(constant.dtype, constant.shape) for constant in constants]
        key = hashlib.sha256(data + repr(shapes).encode()).digest()
        if key not in self._compiled:
            self._compiled[key] = compiled(data, values)
            if len(self._compiled) > MAX_KEPT:
                self._compiled.popitem(last=False)
        self._compiled.move_to_end(key)
        found: Callable[..., list[Any]] = self._compiled[key]
        return found


def compiled(data: bytes, constants: list[Any]) -> Any:
    """A program compiled for constants like these.  Raises for whatever is wrong with it, before anything is run."""
    body = programs.decode(data)
    if mistake := programs.mistake(body, len(constants)):
        raise ValueError(mistake)
    traced = jax.jit(lambda *values: _run(body, [], list(values))).trace(*constants)
    if _entries(traced.jaxpr.jaxpr) > MAX_TOTAL:
        raise ValueError("more arrays, or larger ones, than one program may make")
    lowered = traced.lower()
    if strange := _custom_calls(lowered.as_text()) - CUSTOM_CALLS:
        raise ValueError(f"a custom call: {min(strange)}")
    return lowered.compile()


def _custom_calls(text: str) -> set[str]:
    """What a program in StableHLO's text would have the compiler call by name."""
    return set(re.findall(r"custom_call @\"?([\w.$]+)", text))


def _run(body: Body, inputs: list[Any], constants: list[Any]) -> list[Any]:
    """The results of a body.  Whatever JAX raises for operands that do not fit is raised."""
    values = list(inputs)

    def value(number: int) -> Any:
        return values[number] if number >= 0 else constants[-number - 1]

    for step in body.steps:
        made = _compute(step, [value(operand) for operand in step.operands], constants)
        if len(made) != step.results:
            raise ValueError("a step that makes another number of results")
        values += map(_as_it_stands, made)
    return [value(result) for result in body.results]


def _as_it_stands(value: Any) -> Any:
    """A result that the compiler takes as it is, so that steps give what they give in a plain call, one at a time.

    Over several it simplifies as if there were no infinities: it makes `x * (x > 0)` a choice, and -inf times 0 a 0.
    """
    if not jnp.issubdtype(value.dtype, jnp.inexact):
        return value
    return jax.lax.optimization_barrier(value)  # type: ignore[no-untyped-call]  # JAX leaves it without annotations


def _compute(step: Step, operands: list[Any], constants: list[Any]) -> list[Any]:
    parameters = {name: _plain(value) for name, value in step.parameters.items()}
    if step.operation in CONTROL:
        return _control(step.operation, operands, parameters, constants)
    if math.prod(parameters.get("shape", ())) > MAX_ENTRIES:
        raise ValueError("an array that is too large")
    if step.operation == "dot_general":
        parameters["precision"] = _HIGHEST
    if step.operation in _BY_NAME:
        return [_BY_NAME[step.operation](*operands, **parameters)]
    primitive = _PRIMITIVES[step.operation]
    made = primitive.bind(*operands, **parameters)
    return list(made) if primitive.multiple_results else [made]


def _control(kind: str, operands: list[Any], parameters: dict[str, Any], constants: list[Any]) -> list[Any]:
    """Loops and choices, with the programs in them as functions."""

    def function(body: Body) -> Callable[..., list[Any]]:
        return lambda *inputs: _run(body, list(inputs), constants)

    if kind == "cond":
        index, *rest = operands
        return list(jax.lax.switch(index, [function(branch) for branch in parameters["branches"]], *rest))
    if kind == "while":
        ask, do = parameters["cond_nconsts"], parameters["cond_nconsts"] + parameters["body_nconsts"]
        condition, turn = function(parameters["cond_jaxpr"]), function(parameters["body_jaxpr"])
        return list(
            jax.lax.while_loop(
                lambda carry: condition(*operands[:ask], *carry)[0],
                lambda carry: turn(*operands[ask:do], *carry),
                operands[do:],
            )
        )
    fixed, carried = parameters["num_consts"], parameters["num_carry"]
    turn = function(parameters["jaxpr"])

    def step(carry: list[Any], xs: list[Any]) -> tuple[list[Any], list[Any]]:
        made = turn(*operands[:fixed], *carry, *xs)
        return made[:carried], made[carried:]

    start, xs = operands[fixed : fixed + carried], operands[fixed + carried :]
    length, reverse = min(parameters["length"], programs.MAX_LENGTH), parameters["reverse"]
    carry, ys = jax.lax.scan(step, start, xs, length=length, reverse=reverse)
    return [*carry, *ys]


def _plain(value: programs.Parameter) -> Any:
    match value:
        case programs.Dtype(name=name):
            return np.dtype(name)
        case programs.Member(kind=kind, name=name):
            return _KINDS[kind][name]
        case programs.Record(kind=kind, fields=fields):
            return _KINDS[kind](**{name: _plain(field) for name, field in fields.items()})
        case programs.Sequence(items=items):
            return tuple(_plain(item) for item in items)
    return value


def _entries(jaxpr: Any) -> int:
    """Entries of all arrays that a jaxpr makes."""
    total = 0
    for equation in jaxpr.eqns:
        if equation.primitive is _PRIMITIVES["optimization_barrier"]:
            continue
        sizes = [math.prod(getattr(var.aval, "shape", ())) for var in equation.outvars]
        if max(sizes, default=0) > MAX_ENTRIES:
            raise ValueError("an array that is too large")
        total += sum(sizes)
        for value in equation.params.values():
            for inner in value if isinstance(value, tuple | list) else (value,):
                if hasattr(inner := getattr(inner, "jaxpr", inner), "eqns"):
                    total += _entries(inner)
    return total


def _primitives() -> dict[str, Any]:
    """JAX's primitives by name: those that `jax.lax` and `jax.extend` publish."""
    rooms = (vars(jax.extend.core.primitives), vars(jax.lax))
    return {found.name: found for room in rooms for name, found in room.items() if name.endswith("_p")}


_PRIMITIVES = _primitives()


def _memory() -> int:
    """Bytes that this process has taken at most, so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _description() -> dict[str, str | int]:
    """The device, in JAX's words, and the most memory taken so far, in bytes: of this process, and of the device."""
    device = jax.devices()[0]
    held = device.memory_stats() or {}
    return {
        "platform": device.platform,
        "kind": device.device_kind,
        "memory": _memory(),
        "device_memory": int(held.get("peak_bytes_in_use", 0)),
    }


def _refusal(request: Evaluate | Describe, why: str) -> Raised:
    return Raised(request.nonce, Error("Refused", why[:200], ()))
