"""A jaxpr, written as data: functions inside it are taken apart, literals become constants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import jax
import numpy as np
from jax.extend import core

from autograder.sandbox import programs, wire
from autograder.sandbox.programs import MAX_LENGTH, MAX_STEPS, OPERATIONS, Body, Step
from autograder.sandbox.protocol import DTYPES, Array

# Operations that stand for a function of JAX's or the student's: what is in it counts.
_WRAPPERS = frozenset({"jit", "pjit", "closed_call", "core_call", "custom_jvp_call", "custom_vjp_call"})
_WRAPPERS |= {"remat", "remat2", "checkpoint"}
_WIDE = frozenset({"int64", "uint64", "float64", "complex128"})  # the evaluator has JAX's usual widths
_REMADE = frozenset({"update_jaxpr", "update_consts"})  # of a scatter: they follow from its name
_PLACES = frozenset({"sharding", "out_sharding"})  # the evaluator has one device


class Unstageable(Exception):
    """This call has to be made plainly."""


class Writer:
    """Writes one program.  `constants` are its arrays: those it was given, then those that stand in it."""

    def __init__(self) -> None:
        self.constants: list[Array] = []
        self._count = 0  # steps so far

    def program(self, closed: core.ClosedJaxpr, inputs: Sequence[Any]) -> Body:
        """`closed` on these arrays.  `Unstageable` where something in it has no place in a program."""
        if closed.effects:
            raise Unstageable("an effect")
        given = [self.constant(array) for array in inputs]
        steps: list[Step] = []
        results = self._walk(closed, given, _Numbers(0), steps)
        return Body(0, tuple(steps), tuple(results))

    def constant(self, value: Any) -> int:
        """The number of an array that is known."""
        array = np.asarray(value)
        if array.dtype.name in _WIDE or array.dtype.name not in DTYPES:
            raise Unstageable(f"a constant of dtype {array.dtype.name}")
        message = wire.pack(array, "jax")
        assert message is not None  # its dtype is on the list
        self.constants.append(message)
        return -len(self.constants)

    def _body(self, closed: Any) -> Body:
        """A function inside an operation, on inputs of its own."""
        numbers = _Numbers(len(closed.jaxpr.invars))
        steps: list[Step] = []
        results = self._walk(closed, list(range(numbers.known)), numbers, steps)
        return Body(len(closed.jaxpr.invars), tuple(steps), tuple(results))

    def _walk(self, closed: Any, inputs: list[int], numbers: _Numbers, steps: list[Step]) -> list[int]:
        jaxpr = closed.jaxpr
        known: dict[Any, int] = dict(zip(jaxpr.invars, inputs, strict=True))
        known.update((var, self.constant(const)) for var, const in zip(jaxpr.constvars, closed.consts, strict=True))

        def value(atom: Any) -> int:
            if isinstance(atom, core.Literal):
                return self.constant(np.asarray(atom.val, getattr(atom.aval, "dtype", None)))
            return known[atom]

        for equation in jaxpr.eqns:
            operands = [value(atom) for atom in equation.invars]
            inner = _wrapped(equation)
            if inner is not None:
                made = self._walk(inner, operands, numbers, steps)
            else:
                steps.append(self._step(equation, operands))
                made = numbers.new(len(equation.outvars))
            known.update(zip(equation.outvars, made, strict=True))
        return [value(atom) for atom in jaxpr.outvars]

    def _step(self, equation: Any, operands: list[int]) -> Step:
        name, given = equation.primitive.name, equation.params
        self._count += 1
        if self._count > MAX_STEPS:
            raise Unstageable("too many steps")
        if any(getattr(var.aval, "dtype", np.dtype(bool)).name in _WIDE for var in equation.outvars):
            raise Unstageable("a wide number")
        parameters: dict[str, programs.Parameter]
        if name == "scan" and given["length"] <= MAX_LENGTH:
            parameters = {key: given[key] for key in ("length", "reverse")} | {"jaxpr": self._body(given["jaxpr"])}
            parameters |= zip(("num_consts", "num_carry"), _parts_of_scan(given), strict=True)
        elif name == "while":
            parameters = {key: given[key] for key in ("cond_nconsts", "body_nconsts")}
            parameters |= {key: self._body(given[key]) for key in ("cond_jaxpr", "body_jaxpr")}
        elif name == "cond":
            parameters = {"branches": programs.Sequence(tuple(map(self._body, given["branches"])))}
        elif name in OPERATIONS:
            parameters = {
                key: None if key in _PLACES else _parameter(value) for key, value in given.items() if key not in _REMADE
            }
        else:
            raise Unstageable(name)
        return Step(name, tuple(operands), parameters, len(equation.outvars))


class _Numbers:
    """Numbers for the values of one body."""

    def __init__(self, known: int) -> None:
        self.known = known

    def new(self, count: int) -> list[int]:
        self.known += count
        return list(range(self.known - count, self.known))


def _wrapped(equation: Any) -> Any:
    """The function that an equation only stands for; `None` for an operation."""
    if equation.primitive.name not in _WRAPPERS:
        return None
    if any(equation.params.get("donated_invars", ())):
        raise Unstageable("an argument whose memory is given away")  # a plain call shows that it is gone
    inner = equation.params.get("jaxpr", equation.params.get("call_jaxpr"))
    if isinstance(inner, core.Jaxpr):
        inner = core.ClosedJaxpr(inner, ())
    if not isinstance(inner, core.ClosedJaxpr):
        raise Unstageable(equation.primitive.name)
    return inner


def _parts_of_scan(given: Mapping[str, Any]) -> tuple[int, int]:
    """How many of a scan's operands are constants, and how many are carried along."""
    if "num_carry" in given:  # JAX 0.10
        return given["num_consts"], given["num_carry"]
    try:
        constants, carried, _ = given["ft_in"].unpack()
        return len(constants), len(carried)
    except (KeyError, AttributeError, ValueError, TypeError):
        raise Unstageable("a scan of a form that is not known") from None


def _parameter(value: Any) -> programs.Parameter:
    """A parameter of an operation as data."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, np.generic):
        return value.item()  # type: ignore[no-any-return]  # of a number, and nothing else comes here
    if isinstance(value, int | float):
        return value
    if isinstance(value, np.dtype) or (isinstance(value, type) and issubclass(value, np.generic)):
        return programs.Dtype(np.dtype(value).name)
    kind = type(value).__name__
    if kind == "Precision" or value is jax.lax.Precision.DEFAULT:
        return None  # the evaluator has the highest for all
    if kind in programs.MEMBERS:
        return programs.Member(kind, value.name)
    if kind in programs.RECORDS:
        fields: Mapping[str, Any] = value._asdict() if hasattr(value, "_asdict") else vars(value)
        return programs.Record(kind, {name: _parameter(field) for name, field in fields.items()})
    if isinstance(value, tuple | list):
        return programs.Sequence(tuple(_parameter(item) for item in value))
    raise Unstageable(kind)
