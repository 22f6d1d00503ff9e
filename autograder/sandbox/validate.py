"""Is this frame a reply we asked for, and small enough to look at?  Everything a worker says goes through here.

First the bytes are walked over without building anything (`measure`), so that neither depth nor number of objects can
hurt; then msgspec builds the types of `protocol`; then the value tree is held against the protocol's bounds.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator

import msgspec

from autograder.sandbox import protocol
from autograder.sandbox.protocol import DTYPES, MAX_DEPTH, MAX_FAILED, MAX_FRAME, MAX_LEAVES, MAX_RANK, MAX_TEXT

MAX_OBJECTS = 1 << 18  # msgpack objects in a frame: MAX_LEAVES arrays have about half as many
MAX_NESTING = 3 * MAX_DEPTH + 16  # msgpack levels: a level of values is a map in a list
MAX_OUTPUT = 1 << 20  # characters of captured output; the worker cuts it far earlier
_FALLBACKS = ("float32", "int32", "uint32")  # how a dtype that is not in DTYPES is sent

# Which replies fit which request.
_FITTING: dict[type, tuple[type, ...]] = {
    protocol.Load: (protocol.Loaded,),
    protocol.Call: (protocol.Returned, protocol.Raised, protocol.Missing),
    protocol.Evaluate: (protocol.Returned, protocol.Raised),
    protocol.Describe: (protocol.Returned, protocol.Raised),
}
_decoder: msgspec.msgpack.Decoder[protocol.Reply] = msgspec.msgpack.Decoder(protocol.Reply)


class Refused(ValueError):
    """What is wrong with a frame, for a log; nothing in it is a worker's text."""


def reply_to(request: protocol.Request, frame: bytes | bytearray) -> protocol.Reply:
    """The reply in `frame`, if it is one to this very request and within all bounds; `Refused` otherwise."""
    measure(frame)
    try:
        reply = _decoder.decode(frame)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError, OverflowError) as error:
        raise Refused("its reply does not follow the protocol") from error
    if reply.nonce != request.nonce:
        raise Refused("its reply carries another request's number")
    if not isinstance(reply, _fitting(request)):
        raise Refused(f"it answered {type(request).__name__} with {type(reply).__name__}")
    _check_texts(reply)
    if isinstance(reply, protocol.Loaded) and len(reply.failed) > MAX_FAILED:
        raise Refused(f"its reply has more than {MAX_FAILED} cells that failed")
    if isinstance(reply, protocol.Returned | protocol.Staged):
        _check_value(reply.value, staged=isinstance(reply, protocol.Staged))
    if isinstance(reply, protocol.Staged):
        for constant in reply.constants:
            _check_array(constant)
    return reply


def _fitting(request: protocol.Request) -> tuple[type, ...]:
    more = (protocol.Staged, protocol.Spoiled) if isinstance(request, protocol.Call) and request.stage else ()
    return _FITTING[type(request)] + more


# --------------------------------------------------------------------------- bytes

# For each first byte of a msgpack object: bytes to skip, or how to read its length.
_FIXED = dict(zip(bytes.fromhex("c0c2c3cacbcccdcecfd0d1d2d3"), (0, 0, 0, 4, 8, 1, 2, 4, 8, 1, 2, 4, 8), strict=True))
_BYTES = {0xC4: ">B", 0xC5: ">H", 0xC6: ">I", 0xD9: ">B", 0xDA: ">H", 0xDB: ">I"}
_LISTS = {0xDC: (">H", 1), 0xDD: (">I", 1), 0xDE: (">H", 2), 0xDF: (">I", 2)}


def measure(frame: bytes | bytearray) -> None:
    """`Refused` unless `frame` is exactly one msgpack object, not too deep and of not too many parts."""
    place, objects = 0, 0
    open_lists = [1]  # how many objects are still to come, at each level
    try:
        while open_lists:
            if open_lists[-1] == 0:
                open_lists.pop()
                continue
            open_lists[-1] -= 1
            objects += 1
            skip, children = _object_at(frame, place)
            place += skip
            if children:
                open_lists.append(children)
            if objects + children > MAX_OBJECTS:
                raise Refused(f"its reply has more than {MAX_OBJECTS} parts")
            if len(open_lists) > MAX_NESTING:
                raise Refused(f"its reply is nested more than {MAX_NESTING} deep")
    except (IndexError, struct.error) as error:
        raise Refused("its reply ends too early") from error
    if place != len(frame):
        raise Refused("its reply ends too early" if place > len(frame) else "its reply has something behind its end")


def _object_at(frame: bytes | bytearray, place: int) -> tuple[int, int]:
    """Bytes to skip for the object's head and text, and how many objects follow inside it."""
    first = frame[place]
    if first < 0x80 or first >= 0xE0:  # small int
        return 1, 0
    if first < 0x90:  # small map
        return 1, 2 * (first & 0x0F)
    if first < 0xA0:  # small list
        return 1, first & 0x0F
    if first < 0xC0:  # short text
        return 1 + (first & 0x1F), 0
    if first in _FIXED:
        return 1 + _FIXED[first], 0
    if first in _BYTES:
        form = _BYTES[first]
        return 1 + struct.calcsize(form) + struct.unpack_from(form, frame, place + 1)[0], 0
    if first in _LISTS:
        form, each = _LISTS[first]
        return 1 + struct.calcsize(form), each * struct.unpack_from(form, frame, place + 1)[0]
    raise Refused("its reply holds a kind of object that the protocol has not")  # extensions


# --------------------------------------------------------------------------- values


def _check_texts(reply: protocol.Reply) -> None:
    for name, text in _texts(reply):
        if len(text) > (MAX_OUTPUT if name == "output" else MAX_TEXT):
            raise Refused(f"its reply has a text of more than {MAX_TEXT} characters")


def _texts(root: object) -> Iterator[tuple[str, str]]:
    """Every text beneath `root`, with the name of the field it was found in."""
    todo: list[tuple[str, object]] = [("", root)]
    while todo:
        name, node = todo.pop()
        if isinstance(node, str):
            yield name, node
        elif isinstance(node, msgspec.Struct):
            todo += [(field, getattr(node, field)) for field in node.__struct_fields__]
        elif isinstance(node, tuple):
            todo += [(name, part) for part in node]


def _check_value(value: protocol.AnyValue, *, staged: bool) -> None:
    leaves = 0
    level = [value]
    traced: set[int] = set()
    for _ in range(MAX_DEPTH):
        below: list[protocol.AnyValue] = []
        for node in level:
            match node:
                case protocol.Items(items=items):
                    below += items
                case protocol.Mapping(keys=keys, values=values):
                    if len(keys) != len(values) or len(set(keys)) != len(keys):
                        raise Refused("its reply has a mapping whose keys do not fit its values")
                    below += values
                case protocol.Array():
                    _check_array(node)
                    leaves += 1
                case protocol.Traced():
                    if not staged or node.number in traced:  # twice, a small reply would become a huge answer
                        raise Refused("its reply holds a result that nothing computes")
                    traced.add(node.number)
                    leaves += 1
                case protocol.Axes(curves=curves):
                    if any(len(curve.x) != len(curve.y) for curve in curves):
                        raise Refused("its reply has a curve of points that lack a coordinate")
                    leaves += 1
                case protocol.Source() | protocol.Named():
                    raise Refused("its reply holds something that only a request may")
                case _:
                    leaves += 1
        if leaves + len(below) > MAX_LEAVES:
            raise Refused(f"its reply has more than {MAX_LEAVES} leaves")
        if not below:
            return
        level = below
    raise Refused(f"its reply is nested more than {MAX_DEPTH} deep")


def _check_array(array: protocol.Array) -> None:
    if array.sent not in DTYPES:
        raise Refused("its reply has an array of a dtype that is not sent")
    if array.sent != array.dtype and (array.dtype in DTYPES or array.sent not in _FALLBACKS):
        raise Refused("its reply has an array that was sent as another dtype than its own")
    if len(array.shape) > MAX_RANK or any(not 0 <= size <= MAX_FRAME for size in array.shape):
        raise Refused("its reply has an array of an impossible shape")  # no axis is longer, in an empty array either
    if math.prod(array.shape) * DTYPES[array.sent] != len(array.data):
        raise Refused("its reply has an array whose bytes do not fit its shape")
    if array.sent == "bool" and array.data.translate(None, b"\0\1"):
        raise Refused("its reply has a truth value that is neither true nor false")
