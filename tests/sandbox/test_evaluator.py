"""The evaluator outlives submissions: whatever program one of them sends, the next one's is computed as if first."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.checking.staged import Evaluations
from autograder.model import Limits
from autograder.sandbox import frames, programs, tiers, wire
from autograder.sandbox.client import Worker, WorkerEnded, Zygote, new_nonce
from autograder.sandbox.evaluator import Evaluator
from autograder.sandbox.programs import MAX_STEPS, Body, Dtype, Member, Record, Sequence, Step
from autograder.sandbox.protocol import (
    Array,
    Call,
    Describe,
    Evaluate,
    Items,
    Named,
    Raised,
    Reply,
    Returned,
    Staged,
    Traced,
)
from autograder.sandbox.worker import converse


@pytest.fixture(scope="module")
def warm() -> Iterator[Zygote]:
    with Zygote(tiers.best_tier()) as zygote:
        yield zygote


@pytest.fixture(scope="module")
def evaluations(warm: Zygote) -> Evaluations:
    return Evaluations(warm)


@pytest.fixture
def evaluator(warm: Zygote) -> Iterator[Worker]:
    with warm.spawn(Limits(memory_mb=512, submission_seconds=60), evaluator=True) as worker:
        yield worker


def array(*values: float) -> Array:
    packed = wire.pack(np.asarray(values, np.float32), "jax")
    assert packed is not None
    return packed


def ask(evaluator: Worker, program: bytes | Body, *constants: Array, seconds: float = 20.0) -> Reply:
    data = program if isinstance(program, bytes) else programs.encode(program)
    return evaluator.request(Evaluate(new_nonce(), data, constants, seconds), seconds + 5)


def numbers(reply: Reply) -> list[list[float]]:
    assert isinstance(reply, Returned), reply
    assert isinstance(reply.value, Items)
    return [wire.unpack(item).tolist() for item in reply.value.items if isinstance(item, Array)]


DOUBLE = Body(0, (Step("add", (-1, -1), {}, 1),), (0,))


def body(*steps: Step, inputs: int = 0) -> Body:
    return Body(inputs, steps, (inputs,))


def loop(turn: Body, goes_on: Body) -> Body:
    places: dict[str, programs.Parameter] = {"cond_nconsts": 0, "body_nconsts": 0}
    return body(Step("while", (-1,), places | {"cond_jaxpr": goes_on, "body_jaxpr": turn}, 1))


TURN = Body(1, (Step("add", (0, 0), {}, 1),), (1,))
HUGE = Sequence((1 << 40,))
GATHER = Record(
    "GatherDimensionNumbers",
    {"offset_dims": Sequence(()), "collapsed_slice_dims": Sequence((0,)), "start_index_map": Sequence((7,))}
    | {"operand_batching_dims": Sequence(()), "start_indices_batching_dims": Sequence(())},
)
HOSTILE: dict[str, bytes | Body] = {
    "no program": b"\xc1",
    "nothing": b"",
    "another message": msgspec.msgpack.encode({"type": "load"}),
    "deep nesting": b"\x91" * 100_000,
    "an operation that calls back": body(Step("pure_callback", (-1,), {}, 1)),
    "an operation that is a method": body(Step("__init__", (-1,), {}, 1)),
    "a custom call": body(Step("ffi_call", (-1,), {"target_name": "x"}, 1)),
    "an operand that is not there": body(Step("add", (-1, 5), {}, 1)),
    "a constant that is not there": body(Step("add", (-1, -2), {}, 1)),
    "a value before it is made": body(Step("add", (0, 0), {}, 1)),
    "too many operands": body(Step("add", (-1, -1, -1), {}, 1)),
    "a dtype that is none": body(Step("convert_element_type", (-1,), {"new_dtype": Dtype("os.system")}, 1)),
    "a member that is none": body(Step("round", (-1,), {"rounding_method": Member("RoundingMethod", "__class__")}, 1)),
    "a member of what is none": body(Step("round", (-1,), {"rounding_method": Member("os", "system")}, 1)),
    "a huge array": body(Step("broadcast_in_dim", (-1,), {"shape": HUGE, "broadcast_dimensions": Sequence((0,))}, 1)),
    "a negative shape": body(
        Step("broadcast_in_dim", (-1,), {"shape": Sequence((-5,)), "broadcast_dimensions": Sequence((0,))}, 1)
    ),
    "a gather from nowhere": body(Step("gather", (-1, -1), {"dimension_numbers": GATHER}, 1)),
    "more results than it makes": body(Step("add", (-1, -1), {}, 3)),
    "more steps than may be": Body(0, (Step("add", (-1, -1), {}, 1),) * (MAX_STEPS + 1), (0,)),
    "inputs that nobody gives": Body(3, (), (2,)),
    "a loop that asks for a number": loop(TURN, TURN),
}


@pytest.mark.parametrize("program", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_program_is_refused_and_the_next_one_is_computed(evaluator: Worker, program: bytes | Body) -> None:
    assert isinstance(ask(evaluator, program, array(1.0, 2.0)), Raised)
    assert numbers(ask(evaluator, DOUBLE, array(1.0, 2.0))) == [[2.0, 4.0]]


def doubling(times: int) -> Body:
    """An array twice as long with each step."""
    join: dict[str, programs.Parameter] = {"dimension": 0}
    steps = [Step("concatenate", (-1, -1), join, 1), *(Step("concatenate", (n, n), join, 1) for n in range(times))]
    return Body(0, tuple(steps), (times,))


def test_arrays_that_grow_are_refused_before_they_are_made(evaluator: Worker) -> None:
    assert isinstance(ask(evaluator, doubling(40), array(1.0)), Raised)
    many = Sequence((1 << 21,))
    wide = Step("broadcast_in_dim", (-1,), {"shape": many, "broadcast_dimensions": Sequence((0,)), "sharding": None}, 1)
    assert isinstance(ask(evaluator, Body(0, (wide,) * 100, (0,)), array(1.0)), Raised)
    assert numbers(ask(evaluator, DOUBLE, array(3.0))) == [[6.0]]


def staged(program: Body, *constants: Array, shape: tuple[int, ...] = (1,)) -> Staged:
    return Staged(0, Traced(0, "float32", shape), programs.encode(program), constants)


def answer(evaluations: Evaluations, program: Body, *constants: Array) -> Any:
    reply = evaluations.compute(staged(program, *constants))
    return None if reply is None or not isinstance(reply.value, Array) else wire.unpack(reply.value).tolist()


def test_a_program_with_a_huge_constant_is_not_even_asked_for(evaluations: Evaluations) -> None:
    before = evaluations.asked
    huge = wire.pack(np.zeros((9 << 20) // 2, np.float32), "jax")
    assert huge is not None
    assert evaluations.compute(staged(DOUBLE, huge)) is None
    assert evaluations.compute(Staged(0, Traced(0, "float32", (1,)), bytes(17 << 20), (array(1.0),))) is None
    assert evaluations.asked == before
    assert answer(evaluations, DOUBLE, array(1.0)) == [2.0]


SCAN = {"num_consts": 0, "num_carry": 0, "reverse": False}
WIDE = Sequence((1 << 21,))
SPREAD = Step("broadcast_in_dim", (0,), {"shape": WIDE, "broadcast_dimensions": Sequence(()), "sharding": None}, 1)
GREEDY: dict[str, Body] = {
    "a loop that keeps every one of its large arrays": body(
        Step("iota", (), {"dtype": Dtype("float32"), "shape": Sequence((1000,)), "dimension": 0, "sharding": None}, 1),
        Step("scan", (0,), SCAN | {"length": 1000, "jaxpr": Body(1, (SPREAD,), (1,))}, 1),
    ),
    "shapes that do not fit": body(
        Step("iota", (), {"dtype": Dtype("float32"), "shape": Sequence((3,)), "dimension": 0, "sharding": None}, 1),
        Step("add", (0, -1), {}, 1),
    ),
    "dtypes that do not fit": body(
        Step("convert_element_type", (-1,), {"new_dtype": Dtype("int32"), "weak_type": False, "sharding": None}, 1),
        Step("add", (0, -1), {}, 1),
    ),
    "a loop whose state changes its shape": loop(
        Body(1, (Step("concatenate", (0, 0), {"dimension": 0}, 1),), (1,)),
        Body(1, (Step("eq", (-1, -1), {}, 1), Step("reduce_or", (1,), {"axes": Sequence((0,))}, 1)), (2,)),
    ),
}


@pytest.mark.parametrize("program", GREEDY.values(), ids=GREEDY.keys())
def test_what_does_not_fit_or_takes_too_much_is_refused(evaluations: Evaluations, program: Body) -> None:
    before = evaluations._evaluator
    assert answer(evaluations, program, array(1.0, 2.0)) is None
    assert evaluations._evaluator is before or before is None  # refused before it is run, and nobody ends over it
    assert answer(evaluations, DOUBLE, array(1.0)) == [2.0]


def test_numbers_that_are_none_come_back_as_what_they_are(evaluations: Evaluations) -> None:
    bits = np.array([0x7FC00001, 0xFFC12345, 0x7F800001, 0x7F800000, 0x3F800000], np.uint32)
    packed = wire.pack(bits.view(np.float32), "jax")
    assert packed is not None
    reply = evaluations.compute(staged(DOUBLE, packed, shape=(5,)))
    assert reply is not None
    assert isinstance(reply.value, Array)
    np.testing.assert_array_equal(wire.unpack(reply.value), [np.nan, np.nan, np.nan, np.inf, 2.0])


@pytest.mark.slow
def test_a_program_that_never_ends_costs_itself_and_no_neighbour(evaluations: Evaluations) -> None:
    always = Body(1, (Step("eq", (-1, -1), {}, 1), Step("reduce_or", (1,), {"axes": Sequence((0,))}, 1)), (2,))
    assert answer(evaluations, DOUBLE, array(1.0)) == [2.0]
    assert answer(evaluations, loop(TURN, always), array(1.0)) is None
    assert answer(evaluations, DOUBLE, array(5.0)) == [10.0]


def test_an_evaluator_that_has_ended_is_replaced_and_its_program_computed(evaluations: Evaluations) -> None:
    assert answer(evaluations, DOUBLE, array(1.0)) == [2.0]
    first = evaluations._evaluator
    assert first is not None
    first.connection.shutdown(2)  # it ends when its socket does, as one that is worn out ends by itself
    assert answer(evaluations, DOUBLE, array(2.0)) == [4.0]
    assert evaluations._evaluator is not first


def test_programs_are_counted_and_equal_ones_once(warm: Zygote) -> None:
    evaluations = Evaluations(warm)
    for number in (1.0, 2.0, 3.0):
        assert answer(evaluations, DOUBLE, array(number)) == [2 * number]
    answer(evaluations, body(Step("mul", (-1, -1), {}, 1)), array(1.0))
    assert (evaluations.asked, evaluations.different) == (4, 2)
    evaluations.close()


def test_an_answer_of_another_shape_than_was_said_is_none(evaluations: Evaluations) -> None:
    assert evaluations.compute(staged(DOUBLE, array(1.0), shape=(2,))) is None
    assert evaluations.compute(Staged(0, Traced(1, "float32", (1,)), programs.encode(DOUBLE), (array(1.0),))) is None
    assert evaluations.compute(Staged(0, Traced(0, "int32", (1,)), programs.encode(DOUBLE), (array(1.0),))) is None


def test_one_that_is_worn_out_ends_after_its_answer() -> None:
    ours, theirs = socket.socketpair()
    request = msgspec.msgpack.encode(Evaluate(7, programs.encode(DOUBLE), (array(4.0),), 20.0))
    with ours, theirs:
        frames.send(ours, request)
        frames.send(ours, request)
        converse(theirs, Evaluate, Evaluator().answer, tired=lambda: True)
        assert b"evaluate" not in frames.receive(ours)
        assert not frames.waiting(ours)


def test_why_there_is_no_device_is_told_in_the_words_of_its_plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    evaluator = Evaluator()
    monkeypatch.setattr("autograder.sandbox.evaluator._description", lambda: 1 / 0)
    first = evaluator.answer(Describe(3))
    assert isinstance(first, Raised)
    assert first.error.message == "ZeroDivisionError: division by zero"
    logger = logging.getLogger("jax._src.xla_bridge")
    logging.getLogger("jax").addHandler(evaluator.trouble)
    try:
        raise RuntimeError("Unable to load CUDA. Is it installed?")
    except RuntimeError:
        logger.exception("Jax plugin configuration error")
    finally:
        logging.getLogger("jax").removeHandler(evaluator.trouble)
    second = evaluator.answer(Describe(4))
    assert isinstance(second, Raised)
    assert second.error.message == "Unable to load CUDA. Is it installed?"


def test_an_evaluator_loads_no_program_of_a_students(evaluator: Worker) -> None:
    with pytest.raises(WorkerEnded):
        evaluator.request(Call(new_nonce(), Named("f"), (), {}, 1.0), 5.0)
