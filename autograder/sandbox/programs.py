"""A traced function as data: which operations of XLA's, on which arrays, in which order.

A worker writes one (`jaxprs`), the evaluator computes it; in between stands the trusted side.  There is no code in it
and no name but those below: what is not on the lists cannot be said.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

MAX_STEPS = 5_000  # of a program, bodies included: a longer one is a loop that was unrolled
MAX_LENGTH = 100_000  # of a scan
MAX_ENTRIES = 1 << 22  # of an array that a step makes

# JAX's names of operations that compute with arrays and do nothing else: no callback, no custom call, no collective.
_WORDS = """
abs acos acosh add add_any and argmax argmin asin asinh atan atan2 atanh bitcast_convert_type broadcast_in_dim cbrt
ceil clamp clz complex concatenate conj convert_element_type copy cos cosh cumlogsumexp cummax cummin cumprod cumsum
digamma div dot_general dynamic_slice dynamic_update_slice eq erf erf_inv erfc exp exp2 expm1 floor gather ge gt imag
integer_pow iota is_finite le lgamma log log1p logistic lt max min mul ne neg nextafter not one_minus_square or pad
population_count pow real reduce_and reduce_max reduce_min reduce_or reduce_precision reduce_prod reduce_sum
reduce_window_max reduce_window_min reduce_window_sum reduce_xor rem reshape rev round rsqrt scatter scatter-add
scatter-max scatter-min scatter-mul scatter-sub select_n shift_left shift_right_arithmetic shift_right_logical sign
sin sinh slice sort split sqrt square squeeze stack stop_gradient sub tan tanh threefry2x32 tile transpose unstack xor
"""
OPERATIONS = frozenset(_WORDS.split())
CONTROL = frozenset({"scan", "while", "cond"})  # operations that hold programs of their own


class Dtype(msgspec.Struct, frozen=True, tag="d"):
    """A dtype among the parameters of an operation."""

    name: str


class Member(msgspec.Struct, frozen=True, tag="e"):
    """A member of one of JAX's enumerations, such as `GatherScatterMode.CLIP`."""

    kind: str
    name: str


class Record(msgspec.Struct, frozen=True, tag="r"):
    """One of JAX's named tuples, such as `GatherDimensionNumbers`."""

    kind: str
    fields: dict[str, Parameter]


class Sequence(msgspec.Struct, frozen=True, tag="s"):
    """A tuple."""

    items: tuple[Parameter, ...]


class Body(msgspec.Struct, frozen=True, tag="b"):
    """Steps in order.  Values go by number: the inputs first, then the results of the steps.

    A negative number -1, -2, … is a constant of the whole program, the first, the second, …
    """

    inputs: int
    steps: tuple[Step, ...]
    results: tuple[int, ...]


Parameter = None | bool | int | float | str | Dtype | Member | Record | Sequence | Body
MEMBERS = frozenset({"GatherScatterMode", "RoundingMethod"})
RECORDS = frozenset({"GatherDimensionNumbers", "ScatterDimensionNumbers"})


class Step(msgspec.Struct, frozen=True, array_like=True):
    """One operation on values by number, and how many values it makes."""

    operation: str
    operands: tuple[int, ...]
    parameters: dict[str, Parameter]
    results: int


_decoder: msgspec.msgpack.Decoder[Body] = msgspec.msgpack.Decoder(Body)
_encoder = msgspec.msgpack.Encoder(order="deterministic")


def encode(body: Body) -> bytes:
    """The same bytes for the same program."""
    return _encoder.encode(body)


def decode(data: bytes) -> Body:
    """`msgspec.DecodeError` (or `RecursionError`) for bytes that are no program."""
    return _decoder.decode(data)


def mistake(program: Body, constants: int) -> str:
    """What a program says that it may not; empty for one that may be computed."""
    found = next(_mistakes(program, constants), "")
    if not found and program.inputs:
        return "a program that waits for inputs"
    return found or (f"more than {MAX_STEPS} steps" if _steps(program) > MAX_STEPS else "")


def _mistakes(body: Body, constants: int) -> Iterator[str]:
    known = body.inputs
    for step in body.steps:
        if step.operation not in OPERATIONS | CONTROL:
            yield "an operation that is not on the list"
        if not all(-constants <= operand < known for operand in step.operands):
            yield "an operand that is not there"
        if not 0 < step.results <= MAX_STEPS:
            yield "a step without a result"
        for inner in bodies(step):
            yield from _mistakes(inner, constants)
        known += step.results
    if not all(-constants <= result < known for result in body.results):
        yield "a result that is not there"


def _steps(body: Body) -> int:
    return len(body.steps) + sum(_steps(inner) for step in body.steps for inner in bodies(step))


def bodies(step: Step) -> Iterator[Body]:
    """The programs inside an operation."""
    for parameter in step.parameters.values():
        for item in parameter.items if isinstance(parameter, Sequence) else (parameter,):
            if isinstance(item, Body):
                yield item
