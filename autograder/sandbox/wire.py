"""NumPy arrays as bytes and back; the part of the protocol that both sides share."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from autograder.sandbox.protocol import DTYPES, Array, Kind

# What a dtype is sent as when its own bytes are not on the list (bfloat16, float8_*, int4, longdouble).
_FALLBACKS = {"f": "float32", "i": "int32", "u": "uint32"}


def pack(
    array: NDArray[np.generic], kind: Kind, *, dtype: str | None = None, family: str | None = None
) -> Array | None:
    """An array as a message; `None` when it holds something that is not a number (objects, text, dates).

    `dtype` overrides the name that is reported and `family` the kind letter, for extension types such as bfloat16
    whose NumPy kind says nothing.
    """
    name = dtype or array.dtype.name
    sent = name
    if name not in DTYPES:
        letter = array.dtype.kind if array.dtype.kind in _FALLBACKS else family
        if letter not in _FALLBACKS:
            return None
        sent = _FALLBACKS[letter]
    data = np.ascontiguousarray(array, dtype=np.dtype(sent).newbyteorder("<")).tobytes()
    return Array(kind=kind, dtype=name, sent=sent, shape=tuple(array.shape), data=data)


def unpack(message: Array) -> NDArray[np.generic]:
    """The array of a message that `validate` let through: a fresh, writable copy."""
    flat = np.frombuffer(message.data, dtype=np.dtype(message.sent).newbyteorder("<"))
    return flat.reshape(message.shape).astype(np.dtype(message.sent), copy=True)
