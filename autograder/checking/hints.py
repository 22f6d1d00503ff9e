"""What to try where an answer is wrong and nothing has a name: from what kind of thing came instead of what.

Shown for hidden checks, too: a hint holds no value.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_PRINT_SHAPES = "Print the shapes inside your function, line by line, and compare the last one with the docstring."
_ALL_ZERO = (
    "It is 0 and nothing else: was something made of zeros and never filled, or does the result not depend on what it "
    "should depend on? Print it on its way, step by step."
)
_WORK_OUT = "Work one entry of a small example out by hand, and print what your function has on its way there."


def for_dict(actual: Any) -> str:
    if isinstance(actual, np.ndarray):
        return (
            "Build a dict with these keys. A gradient is a dict when it is taken with respect to one: "
            "look at which argument that is."
        )
    return 'Return a dict with these keys: `{"name": value, …}`.'


OWN_FORM = "Return what the page asks for by itself: neither packed into something else nor turned into text."
_OUT_OF_IT = "Look at what stands in it, and take out what the page asks for at this place."


def for_array(actual: Any, expected: NDArray[Any]) -> str:
    if isinstance(actual, list) and expected.shape:
        return "Make one array of the list: `jnp.array(…)`."
    return _OUT_OF_IT if isinstance(actual, tuple | dict) else OWN_FORM


def for_shape(array: NDArray[Any], expected: NDArray[Any]) -> str:
    if not array.shape:
        return (
            "One number stands where an array belongs: a loss instead of its gradient, or entries that were summed up."
        )
    if not expected.shape and array.size == 1:
        return "An array with one entry is not yet a number: its shape should be `()`. Look for what gave it an axis."
    if array.size == expected.size:
        return (
            "The number of entries is right, the arrangement is not: give it the shape asked for, or keep that of the "
            "argument."
        )
    return _PRINT_SHAPES


DTYPE = (
    "The dtype is the kind of number that an array holds. Say it where you make the array, or keep what "
    "`x.astype(…)` returns."
)
_KINDS = {
    "bf": "A comparison gives True and False; `.astype(jnp.float32)` makes 1.0 and 0.0 of them.",
    "bi": "A comparison gives True and False, and so do `jnp.any` and `jnp.all`. Here a number is asked for.",
    "if": "Look for what makes integers: `int(…)`, `astype(int)`, an array of integers, "
    "or a function such as `jnp.argmax`, which gives a place and not a value.",
}


def for_kind(seen: str, wanted: str) -> str:
    """`seen` and `wanted` are NumPy's letters for kinds of numbers, such as `i` and `f`."""
    return _KINDS.get(seen + wanted, DTYPE)


def for_value(array: NDArray[Any], factor: str) -> str:
    if array.dtype.kind in "fc" and np.isnan(array).any():
        return (
            "`nan` means that a calculation has no answer, such as `0 / 0` or the logarithm of a negative number: "
            "look for where it appears first."
        )
    if array.size and array.dtype.kind in "fiub" and not np.any(array):
        return _ALL_ZERO
    if factor:
        return "Look for a factor that is missing or too much, or for a mean where a sum is meant."
    return _WORK_OUT
