"""What a worker could send as a traced program: it is computed or refused, and no neighbour feels it.

For builds that compute traced calls in an evaluator that outlives submissions; elsewhere there is nothing to attack.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.model import Limits
from autograder.sandbox import protocol, validate, wire
from autograder.sandbox.client import Worker, WorkerEnded, Zygote, new_nonce
from autograder.sandbox.tiers import best_tier

programs: Any = pytest.importorskip("autograder.sandbox.programs", reason="this build evaluates no programs")
pytestmark = pytest.mark.slow
Body, Step, Sequence, Dtype = programs.Body, programs.Step, programs.Sequence, programs.Dtype
Evaluate: Any = protocol.Evaluate  # type: ignore[attr-defined]  # of a build that has programs

X = np.arange(1.0, 7.0, dtype=np.float32).reshape(2, 3)
SECONDS = 3.0


def dims(*numbers: Any) -> Any:
    return Sequence(tuple(numbers))


def body(*steps: Any, results: tuple[int, ...] | None = None, inputs: int = 0) -> Any:
    made = inputs + sum(step.results for step in steps)
    return Body(inputs, steps, (made - 1,) if results is None else results)


def deep(depth: int) -> Any:
    value = dims(1)
    for _ in range(depth):
        value = dims(value)
    return value


def nested(depth: int) -> Any:
    inner = body(Step("neg", (0,), {}, 1), inputs=1)
    for _ in range(depth):
        parameters = {"jaxpr": inner, "num_consts": 0, "num_carry": 1, "length": 2, "reverse": False}
        inner = body(Step("scan", (0,), parameters, 1), inputs=1)
    return inner


ENDLESS = {
    "cond_jaxpr": body(Step("eq", (0, 0), {}, 1), inputs=1),
    "body_jaxpr": body(Step("neg", (0,), {}, 1), inputs=1),
    "cond_nconsts": 0,
    "body_nconsts": 0,
}
LONG = {
    "jaxpr": body(Step("sin", (0,), {}, 1), inputs=1),
    "num_consts": 0,
    "num_carry": 1,
    "length": 1 << 60,
    "reverse": False,
}
WIDE = {"shape": dims(1 << 20, 1 << 20), "broadcast_dimensions": dims(), "sharding": None}
PADDING = {"padding_config": dims(dims(0, 1 << 40, 0), dims(0, 0, 0))}
OUTER = {"dimension_numbers": dims(dims(dims(), dims()), dims(dims(), dims())), "precision": None}
DOUBLE = [Step("concatenate", (n - 1, n - 1) if n else (-1, -1), {"dimension": 0}, 1) for n in range(40)]

HOSTILE: dict[str, Any] = {
    "an unknown operation": body(Step("custom_call", (-1,), {}, 1)),
    "a callback": body(Step("pure_callback", (-1,), {"callback": "print"}, 1)),
    "an operand that is not there": body(Step("neg", (99,), {}, 1)),
    "an operand of its own": body(Step("neg", (0,), {}, 1)),
    "a constant that is not there": body(Step("neg", (-9,), {}, 1)),
    "no results": Body(0, (Step("neg", (-1,), {}, 0),), (0,)),
    "many results": Body(0, (Step("neg", (-1,), {}, 1 << 40),), (5,)),
    "negative results": Body(0, (Step("neg", (-1,), {}, -5),), (0,)),
    "a result that is not there": Body(0, (Step("neg", (-1,), {}, 1),), (7,)),
    "inputs": Body(3, (Step("neg", (0,), {}, 1),), (3,)),
    "a strange parameter": body(Step("neg", (-1,), {"backend": "x", "device": 3}, 1)),
    "a missing parameter": body(Step("reduce_sum", (-1,), {}, 1)),
    "an axis that is not there": body(Step("reduce_sum", (-1,), {"axes": dims(17)}, 1)),
    "a text for an axis": body(Step("reduce_sum", (-1,), {"axes": "all"}, 1)),
    "an unknown dtype": body(Step("convert_element_type", (-1,), {"new_dtype": Dtype("object")}, 1)),
    "a dtype that is code": body(Step("convert_element_type", (-1,), {"new_dtype": Dtype("__import__('os')")}, 1)),
    "an unknown member": body(Step("round", (-1,), {"rounding_method": programs.Member("Precision", "X")}, 1)),
    "an unknown record": body(Step("gather", (-1,), {"dimension_numbers": programs.Record("type", {"a": 1})}, 1)),
    "an endless array": body(Step("broadcast_in_dim", (-2,), WIDE, 1)),
    "endless padding": body(Step("pad", (-1, -2), PADDING, 1)),
    "an outer product of outer products": body(Step("dot_general", (-1, -1), OUTER, 1), *[
        Step("dot_general", (n, n), OUTER, 1) for n in range(4)
    ]),
    "doubling": body(*DOUBLE),
    "an endless loop": body(Step("while", (-1,), ENDLESS, 1)),
    "a long loop": body(Step("scan", (-1,), LONG, 1)),
    "too many steps": body(*[Step("neg", (n - 1 if n else -1,), {}, 1) for n in range(programs.MAX_STEPS + 1)]),
    "deep parameters": body(Step("reduce_sum", (-1,), {"axes": deep(400)}, 1)),
    "deep bodies": nested(60),
    "a hundred loops in one another": nested(100),
}  # fmt: skip
TRUTHS = {  # the same parameter in another type, equal and of the same hash: as a key for what is kept, it is the same
    "cumsum": ({"axis": True, "reverse": 0}, {"axis": 1, "reverse": False}, np.cumsum(X, axis=1)),
    "reduce_sum": ({"axes": dims(True)}, {"axes": dims(1)}, X.sum(axis=1)),
    "integer_pow": ({"y": 2.0}, {"y": 2}, X**2),
    "reduce_max": ({"axes": dims(0.0)}, {"axes": dims(0)}, X.max(axis=0)),
    "rev": ({"dimensions": dims(True)}, {"dimensions": dims(1)}, X[:, ::-1]),
    "squeeze": ({"dimensions": dims(False)}, {"dimensions": dims()}, X),
}


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with Zygote(best_tier()) as zygote:
        yield zygote


@pytest.fixture(scope="module")
def evaluators(zygote: Zygote) -> Iterator[list[Worker]]:
    """The one that is in use, last."""
    kept = [born(zygote)]
    yield kept
    kept[-1].kill()


def born(zygote: Zygote) -> Worker:
    worker: Worker = zygote.spawn(Limits(submission_seconds=600.0), evaluator=True)  # type: ignore[call-arg]
    return worker


def ask(evaluators: list[Worker], zygote: Zygote, program: bytes, constants: tuple[Any, ...] | None = None) -> Any:
    """What the evaluator says; `None` when it ended over it, and a new one has taken its place."""
    if constants is None:
        constants = tuple(wire.pack(array, "jax") for array in (X, np.float32(2)))  # type: ignore[arg-type]
    try:
        request = Evaluate(nonce=new_nonce(), program=program, constants=constants, seconds=SECONDS)
        return evaluators[-1].request(request, SECONDS + 2)
    except WorkerEnded:
        evaluators.append(born(zygote))
        return None


def values(reply: Any) -> list[Any]:
    assert isinstance(reply, protocol.Returned), reply
    assert isinstance(reply.value, protocol.Items)
    return [wire.unpack(item) for item in reply.value.items if isinstance(item, protocol.Array)]


def assert_that_neighbours_are_served(evaluators: list[Worker], zygote: Zygote) -> None:
    honest = body(Step("mul", (-1, -1), {}, 1), Step("reduce_sum", (0,), {"axes": dims(0, 1), "out_sharding": None}, 1))
    for _ in range(2):  # one that has come to its end after its answer is noticed at the next question
        reply = ask(evaluators, zygote, programs.encode(honest))
        if reply is not None:
            break
    np.testing.assert_allclose(values(reply)[0], (X * X).sum())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_program_is_refused_or_computed_and_no_neighbour_feels_it(
    name: str, evaluators: list[Worker], zygote: Zygote
) -> None:
    began = time.monotonic()
    try:
        data = programs.encode(HOSTILE[name])
    except RecursionError:
        pytest.skip("this cannot even be written")
    reply = ask(evaluators, zygote, data)
    assert time.monotonic() - began < 60
    if isinstance(reply, protocol.Returned):
        assert all(array.size <= programs.MAX_ENTRIES for array in values(reply))
    assert_that_neighbours_are_served(evaluators, zygote)


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x91" * 100_000, b"\xdd\xff\xff\xff\xff", b"\x80", bytes(1000)])
def test_bytes_that_are_no_program_are_refused(data: bytes, evaluators: list[Worker], zygote: Zygote) -> None:
    assert not isinstance(ask(evaluators, zygote, data), protocol.Returned)
    assert_that_neighbours_are_served(evaluators, zygote)


@pytest.mark.parametrize("operation", TRUTHS)
def test_what_one_program_leaves_behind_is_not_taken_for_another_s(
    operation: str, evaluators: list[Worker], zygote: Zygote
) -> None:
    hostile, honest, expected = TRUTHS[operation]
    ask(evaluators, zygote, programs.encode(body(Step(operation, (-1,), hostile, 1))))
    extra = {"out_sharding": None} if operation.startswith("reduce_") else {}
    for parameters in (honest, {**honest, **extra}):
        reply = ask(evaluators, zygote, programs.encode(body(Step(operation, (-1,), parameters, 1))))
        if isinstance(reply, protocol.Returned):
            np.testing.assert_allclose(values(reply)[0], expected)
    assert_that_neighbours_are_served(evaluators, zygote)


def test_a_read_outside_of_an_array_stays_inside(evaluators: list[Worker], zygote: Zygote) -> None:
    step = Step("dynamic_slice", (-1, -2, -2), {"slice_sizes": dims(1, 1)}, 1)
    for index in (-(2**31), 2**31 - 1, 10_000):
        constants = tuple(wire.pack(array, "jax") for array in (X, np.int32(index)))  # type: ignore[arg-type]
        reply = ask(evaluators, zygote, programs.encode(body(step)), constants)
        if isinstance(reply, protocol.Returned):
            assert values(reply)[0].item() in X


LIES = {
    "a constant of other bytes": {"constants": (protocol.Array("jax", "float32", "float32", (9,), b"1234"),)},
    "a constant of objects": {"constants": (protocol.Array("jax", "object", "object", (), b"12345678"),)},
    "a constant with an endless axis": {"constants": (protocol.Array("jax", "int8", "int8", (0, 1 << 62), b""),)},
    "a truth value that is neither": {"constants": (protocol.Array("jax", "bool", "bool", (1,), b"\x02"),)},
    "code for a value": {"value": protocol.Source("1")},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_staged_answer_that_lies_is_refused(lie: str) -> None:
    call = protocol.Call(nonce=7, function=protocol.Named("f"), args=(), kwargs={}, seconds=1, stage=True)  # type: ignore[call-arg]
    honest = {"type": "staged", "nonce": 7, "value": protocol.Scalar(1), "program": b"\x80", "constants": ()}
    frame = msgspec.msgpack.encode({**honest, **LIES[lie]})
    with pytest.raises(validate.Refused):
        validate.reply_to(call, frame)
