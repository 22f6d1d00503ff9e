"""A reply is believed only if it is one: every rule, and the honest replies that must pass."""

from __future__ import annotations

import struct

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.sandbox import protocol, validate
from autograder.sandbox.protocol import (
    MAX_DEPTH,
    MAX_LEAVES,
    MAX_RANK,
    MAX_TEXT,
    Array,
    Axes,
    Call,
    Curve,
    Float,
    Handle,
    Items,
    Load,
    Loaded,
    Mapping,
    Missing,
    Named,
    Opaque,
    Raised,
    Returned,
    Scalar,
    Source,
)

CALL = Call(nonce=7, function=Named("f"), args=(), kwargs={}, seconds=1)
LOAD = Load(nonce=7, module="m", provided=(), cells=())
encode = msgspec.msgpack.encode


def array(shape: tuple[int, ...] = (2,), data: bytes = b"12345678", dtype: str = "float32", sent: str = "") -> Array:
    return Array("numpy", dtype, sent or dtype, shape, data)


def nested(depth: int) -> protocol.AnyValue:
    value: protocol.AnyValue = Scalar(1)
    for _ in range(depth - 1):
        value = Items("tuple", (value,))
    return value


HONEST = [
    Scalar(None),
    Scalar(True),
    Scalar(-(2**63)),
    Scalar("é" * MAX_TEXT),
    Float(float("nan")),
    Float(float("-inf")),
    array(),
    array((), b"1234"),
    array((0, 5), b""),
    array((2,), b"12345678", "bfloat16", "float32"),
    array((1,) * MAX_RANK, b"1234"),
    Items("list", (Scalar(1),) * MAX_LEAVES),
    nested(MAX_DEPTH),
    Mapping("dict", ("a", 1, "1"), (Scalar(1), Scalar(2), Scalar(3))),
    Handle(3),
    Opaque("Figure"),
    Axes(1, (Curve((0.0, 1.0), (1.0, 2.0), True, False, False),), ((0.0, float("nan")),), "x", "y", ""),
]

LIES = {
    "a text too long": Scalar("x" * (MAX_TEXT + 1)),
    "a long text inside": Items("list", (Opaque("x" * (MAX_TEXT + 1)),)),
    "a long key": Mapping("dict", ("x" * (MAX_TEXT + 1),), (Scalar(1),)),
    "too deep": nested(MAX_DEPTH + 1),
    "too many leaves": Items("list", (Scalar(1),) * (MAX_LEAVES + 1)),
    "too many leaves on two levels": Items("list", (Items("list", (Scalar(1),) * 3000), *[Scalar(1)] * 3000)),
    "more keys than values": Mapping("dict", ("a", "b"), (Scalar(1),)),
    "a key twice": Mapping("dict", ("a", "a"), (Scalar(1), Scalar(2))),
    "more bytes than its shape": array((1,), b"12345678"),
    "fewer bytes than its shape": array((1 << 40,), b"12345678"),
    "a negative shape": array((-1, -2), b"12345678"),
    "an empty array with an endless axis": array((0, 1 << 62, 1 << 62), b""),
    "a truth value that is neither": array((2,), b"\x01\x02", "bool"),
    "too many dimensions": array((1,) * (MAX_RANK + 1), b"1234"),
    "objects": array((1,), b"12345678", "object"),
    "a dtype sent as another": array((2,), b"12345678", "int32", "float32"),
    "an unknown dtype sent as complex": array((1,), b"12345678", "bfloat16", "complex64"),
    "a curve with more x than y": Axes(1, (Curve((0.0, 1.0), (1.0,), True, False, False),), (), "x", "y", ""),
    "code": Source("__import__('os')"),
    "a name": Named("f"),
}


@pytest.mark.parametrize("value", HONEST, ids=lambda value: type(value).__name__)
def test_an_honest_value_passes_unchanged(value: protocol.AnyValue) -> None:
    frame = encode(Returned(nonce=7, value=value))
    reply = validate.reply_to(CALL, frame)
    assert encode(reply) == frame


@pytest.mark.parametrize("value", LIES.values(), ids=LIES)
def test_a_lying_value_is_refused(value: protocol.AnyValue) -> None:
    with pytest.raises(validate.Refused):
        validate.reply_to(CALL, encode(Returned(nonce=7, value=value)))


@pytest.mark.parametrize(
    "reply",
    [
        Returned(nonce=8, value=Scalar(1)),
        Loaded(nonce=7, names=(), failed=()),
        Returned(nonce=7, value=Scalar(1), output="x" * (validate.MAX_OUTPUT + 1)),
        Missing(nonce=7, found="x" * (MAX_TEXT + 1)),
        CALL,
    ],
    ids=["another nonce", "another kind", "too much output", "a long text", "a request"],
)
def test_a_reply_that_does_not_fit_is_refused(reply: object) -> None:
    with pytest.raises(validate.Refused):
        validate.reply_to(CALL, encode(reply))


def test_each_request_has_its_replies() -> None:
    error = protocol.Error("ValueError", "no", ())
    for reply in (Returned(nonce=7, value=Scalar(1)), Raised(nonce=7, error=error), Missing(nonce=7)):
        assert validate.reply_to(CALL, encode(reply)) == reply
        with pytest.raises(validate.Refused):
            validate.reply_to(LOAD, encode(reply))
    assert validate.reply_to(LOAD, encode(Loaded(nonce=7, names=("f",), failed=())))


def test_no_more_cells_can_have_failed_than_a_worker_says() -> None:
    failed = protocol.FailedCell("a.py", protocol.Error("E", "", ()))
    assert validate.reply_to(LOAD, encode(Loaded(nonce=7, names=(), failed=(failed,) * protocol.MAX_FAILED)))
    with pytest.raises(validate.Refused, match="cells that failed"):
        validate.reply_to(LOAD, encode(Loaded(nonce=7, names=(), failed=(failed,) * (protocol.MAX_FAILED + 1))))


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        b"\xc1",
        b"\xc7\x01\x05x",
        b"\x91" * 200 + b"\x90",
        b"\x91" * 3_000_000 + b"\x90",
        b"\xdd\xff\xff\xff\xff",
        b"\xdf\xff\xff\xff\xff",
        b"\xc6\xff\xff\xff\xff",
        b"\xd9\xffx",
        b"\xdc\x00",
        encode({"type": "returned", "nonce": 7}),
        encode(Returned(nonce=7, value=Scalar(1))) + b"\xc0",
        encode(Returned(nonce=7, value=Scalar(1)))[:-1],
        b"\xdd" + struct.pack(">I", 1 << 20) + b"\x90" * (1 << 20),
        encode({"type": "missing", "nonce": 7, "found": "x"}).replace(b"\xa1x", b"\xa1\xff"),
        encode({"type": "missing", "nonce": 2**64 - 1, "found": "x"}),
    ],
    ids=lambda frame: repr(frame[:12]),
)
def test_a_broken_frame_is_refused(frame: bytes) -> None:
    with pytest.raises(validate.Refused):
        validate.reply_to(CALL, frame)


@given(st.binary(max_size=200))
def test_no_bytes_do_more_than_be_refused(frame: bytes) -> None:
    with pytest.raises(validate.Refused):
        validate.reply_to(CALL, frame)


TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(-5, 5), inner),
    max_leaves=30,
)


@given(TREES)
def test_whatever_msgpack_can_say_is_measured_to_its_end(tree: object) -> None:
    validate.measure(encode(tree))
    with pytest.raises(validate.Refused):
        validate.measure(encode(tree)[:-1])
    with pytest.raises(validate.Refused):
        validate.measure(encode(tree) + b"\xc0")
