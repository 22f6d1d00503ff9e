"""What a worker says, in bytes or in structure, is refused or an answer, in bounded time and memory; never a pass."""

from __future__ import annotations

import runpy
import socket
import time
import tracemalloc
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checking.compare import is_close
from autograder.checking.values import from_wire
from autograder.sandbox import frames, protocol, validate
from autograder.sandbox.protocol import Call, Named, Returned, Scalar

FUZZ = Path(__file__).resolve().parents[1] / "fuzz"
ONE = runpy.run_path(str(FUZZ / "reply.py"))["one"]
CALL = Call(nonce=7, function=Named("f"), args=(), kwargs={}, seconds=1)
EXPECTED = np.array([0.577215664, -1.6180339887, 2.6854520010])  # nobody guesses these
encode = msgspec.msgpack.encode
SECONDS = 5000  # milliseconds for one example, on whatever machine

NUMBERS = st.integers(-(2**63), 2**64 - 1) | st.floats() | st.booleans() | st.none()
TEXTS = st.text(max_size=20) | st.sampled_from(["numpy", "jax", "tuple", "list", "float64", "bool", "object", "int8"])
LEAVES = NUMBERS | TEXTS | st.binary(max_size=32)
TAGS = st.sampled_from(["s", "f", "c", "a", "i", "m", "x", "n", "h", "p", "o", "d", "z"])
NAMES = st.sampled_from([name for node in protocol.AnyValue.__args__ for name in ("t", *node.__struct_fields__)])
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.builds(lambda tag, rest: {"t": tag, **rest}, TAGS, st.dictionaries(NAMES, inner, max_size=5))
    ),
    max_leaves=25,
)
KINDS = st.sampled_from(["returned", "raised", "missing", "loaded", "staged", "spoiled", "call"])
REPLIES = st.builds(
    lambda kind, nonce, value, rest: {"type": kind, "nonce": nonce, "value": value, **rest},
    KINDS,
    st.sampled_from([7, 7, 7, 8, -1]),
    TREES,
    st.dictionaries(st.sampled_from(["changes", "output", "error", "found", "names", "failed"]), TREES, max_size=3),
)


def judged(frame: bytes) -> None:
    """Refused, or an answer to this very call; and never the right one."""
    try:
        reply = validate.reply_to(CALL, frame)
    except validate.Refused:
        return
    assert reply.nonce == CALL.nonce
    if isinstance(reply, Returned):
        answer = from_wire(reply.value, lambda handle: handle)
        assert not is_close(answer, EXPECTED)


@settings(max_examples=400, deadline=SECONDS)
@given(REPLIES)
def test_no_structure_does_more_than_be_refused_or_be_an_answer(reply: dict[str, Any]) -> None:
    judged(encode(reply))


HONEST = [
    encode(Returned(nonce=7, value=value))
    for value in (
        Scalar("x"),
        protocol.Float(1.5),
        protocol.Array("jax", "float32", "float32", (2, 1), b"12345678"),
        protocol.Array("numpy", "bool", "bool", (2,), b"\0\1"),
        protocol.Items("tuple", (Scalar(1), protocol.Mapping("dict", ("a", 2), (Scalar(True), Scalar(None))))),
        protocol.Axes(1, (protocol.Curve((0.0,), (1.0,), True, False, False),), ((0.0, 1.0),), "x", "y", ""),
    )
]


@settings(max_examples=600, deadline=SECONDS)
@given(st.sampled_from(HONEST), st.lists(st.tuples(st.integers(0, 300), st.integers(0, 255)), max_size=6), st.data())
def test_no_changed_byte_does_more_either(frame: bytes, changes: list[tuple[int, int]], data: st.DataObject) -> None:
    changed = bytearray(frame)
    for place, byte in changes:
        changed[place % len(changed)] = byte
    start, end = sorted(data.draw(st.integers(0, len(changed))) for _ in range(2))
    judged(bytes(changed))
    judged(bytes(changed[:start] + changed[end:]))
    judged(bytes(changed[:end] + changed[start:]))


@settings(max_examples=200, deadline=SECONDS)
@given(st.binary(max_size=64), st.integers(0, 2**32 - 1), st.booleans())
def test_no_stream_does_more_than_end_or_be_late(body: bytes, length: int, closes: bool) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(length.to_bytes(4, "big") + body)
        if closes:
            theirs.close()
        try:
            frame = frames.receive(ours, time.monotonic() + 0.01, cap=1 << 16)
        except (frames.Closed, frames.TooLong, TimeoutError):
            return
        assert frame == body[:length]


@pytest.mark.parametrize(
    "frame",
    [
        b"\xdd\xff\xff\xff\xff",
        b"\xdf\x7f\xff\xff\xff" + b"\x00" * 1000,
        b"\x91" * 100_000,
        b"\xdd\x00\x10\x00\x00" + b"\x80" * (1 << 20),
        encode({"type": "returned", "nonce": 7, "value": {"t": "i", "kind": "list", "items": [None] * 200_000}}),
        encode(Returned(nonce=7, value=protocol.Array("numpy", "int8", "int8", (1 << 25, 1 << 25, 0), b""))),
    ],
    ids=["a list of 4 billion", "a map of 2 billion", "depth", "a million maps", "many parts", "an endless axis"],
)
def test_no_frame_takes_more_memory_than_it_is_worth(frame: bytes) -> None:
    tracemalloc.start()
    try:
        judged(frame)
        assert tracemalloc.get_traced_memory()[1] < 64 << 20
    finally:
        tracemalloc.stop()


def test_what_the_fuzzer_has_kept_is_still_harmless() -> None:
    kept = sorted((FUZZ / "corpus").iterdir())
    assert len(kept) > 20
    for path in kept:
        ONE(path.read_bytes())
