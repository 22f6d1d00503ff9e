"""From an exception, or a function that is not there, to a sentence a beginner can use.

One table: the exception's type, a pattern of its text, a pattern of the student's own line, and the misconception.
The first row that fits is taken.  Texts are those of JAX 0.10 to 0.12.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from autograder.checking import advice, misconceptions
from autograder.checking.failure import CheckFailure
from autograder.checking.values import describe
from autograder.model import Outcome
from autograder.sandbox.protocol import Error, Frame, Raised

LineOfCode = Callable[[str, int], str]

_SHOWN_ARGUMENT = 160  # characters
_TRY_IT = "Try the line that stopped in a cell of its own, with small data."  # where the table knows nothing better


class Row(NamedTuple):
    misconception: str
    types: str
    text: str
    code: str = ""


_TREE = r"'(dict|tuple|list|OrderedDict|defaultdict)'"

TABLE = (
    Row("tuple-assignment", "TypeError", r"'tuple' object does not support item assignment"),
    Row(
        "item-assignment", "TypeError", r"immutable and do not support in-place|'\w*(Array|Tracer)\w*' object does not"
    ),
    Row("argnums-range", "TypeError|ValueError", r"with respect to argnums=.* requires at least"),
    Row("out-argument", "NotImplementedError|TypeError", r"'?out'? argument|argument '?out'?|must be of ArrayType"),
    Row("at-on-numpy", "AttributeError", r"has no attribute 'at'"),
    Row("read-only-view", "ValueError", r"read-only"),
    Row("leaked-tracer", "UnexpectedTracerError|Exception", r"unexpected tracer|Leaked trace"),
    Row("print-in-traced", "TypeError", r"unsupported format string passed to \w*Tracer"),
    Row("list-index", "TypeError", r"non-tuple sequence for multidimensional indexing"),
    Row("boolean-mask-in-jit", "NonConcreteBooleanIndexError", r""),
    Row("aux-missing", "TypeError", r"scalar-output functions\. Output was \("),
    Row("aux-order", "TypeError", r"scalar-output functions", r"has_aux"),
    Row("non-scalar", "TypeError", r"scalar-output functions"),
    Row("integer-input", "TypeError", r"requires real- or complex-valued inputs"),
    Row("grad-of-value", "TypeError", r"Expected a callable value|first argument to .* must be callable"),
    Row(
        "point-as-argnums",
        "TypeError|ValueError",
        r"scalar index|interpreted as an integer|float\d*' object is not iterable",
        r"(grad|jac\w+)\(",
    ),
    Row("aux-not-a-pair", "TypeError", r"aux output to return a two-element tuple"),
    Row(
        "numpy-on-tracer",
        "TracerArrayConversionError|ConcretizationTypeError|TracerIntegerConversionError",
        r"",
        r"\b(np|numpy|math)\.|\bfrom math\b|float\(|int\(",
    ),
    Row("numpy-on-tracer", "TracerArrayConversionError", r""),
    Row("tree-arithmetic", "TypeError", rf"unsupported operand type.*{_TREE}"),
    Row("tree-arithmetic", "TypeError", r"can't multiply sequence by non-int"),
    Row("gradient-not-called", "TypeError", r"unsupported operand type.*'function'|'function' object is not subscript"),
    Row("at-unfinished", "TypeError|AttributeError", r"_IndexUpdate(Ref|Helper)"),
    Row("list-to-jnp", "TypeError", r"requires ndarray or scalar arguments, got <class '(list|tuple)'>"),
    Row("nesting", "ValueError", r"values to unpack \(expected", r"value_and_grad\(|has_aux"),
    Row("ignores-lr", "TypeError", r"unexpected keyword argument 'lr'"),
    Row("ignores-steps", "TypeError", r"unexpected keyword argument 'steps'"),
    Row("mutates-argument", "RuntimeError|ValueError", r"Array has been deleted|deleted or donated"),
)


class Absence(NamedTuple):
    """Why a function is not there: a sentence, where, and whether its cell ran out of time."""

    reason: str = ""
    line: int | None = None
    outcome: Outcome = "failed"


def explain_raised(
    name: str, reply: Raised, args: tuple[Any, ...], kwargs: dict[str, Any], line_of_code: LineOfCode
) -> CheckFailure:
    """What to tell a student whose function raised."""
    error = reply.error
    frame = error.frames[-1] if error.frames else None
    code = line_of_code(frame.cell, frame.line) if frame else ""
    if reply.timed_out:
        return _out_of_time(name, frame, code)
    if error.type == "NotImplementedError" and not error.message and (not code or "NotImplementedError" in code):
        return _not_attempted(name, frame)
    misconception = recognise(error.type, error.message, code)
    what = misconceptions.says(misconception) if misconception else ""
    stopped = f"`{name}` stopped with {_raised(error, brief=bool(what))}"
    message = " ".join(part for part in (what, stopped, _place(frame, code)) if part)
    call = _call(name, args, kwargs)
    return CheckFailure(
        f"{message.rstrip('.')}. It was called as {call}.",
        hint=_with_page(_with_advice(misconception, code), misconceptions.page(misconception, error.type)),
        misconception=misconception,
        line=frame.line if frame else None,
        raised=True,
    )


def _raised(error: Error, *, brief: bool) -> str:
    """The exception in one line; its first sentence is enough where our own words stand before it."""
    lines = error.message.strip().splitlines()
    if not lines:
        return error.type
    text = re.split(r"(?<=[^.])\.\s", lines[0])[0] if brief else lines[0]
    return f"{error.type}: {text[:300]}"


def recognise(error_type: str, text: str, code: str) -> str | None:
    """The misconception that an exception is a sign of, or `None`."""
    for row in TABLE:
        if re.fullmatch(row.types, error_type) and re.search(row.text, text, re.S) and re.search(row.code, code):
            return row.misconception
    return None


def explain_missing(name: str, found: str, absence: Absence) -> CheckFailure:
    """What to tell a student whose function is not there."""
    if found:
        message = f"`{name}` is there, but it is no function: it is of type {found}."
        return CheckFailure(message, hint=f"Define it with `def {name}(…):` and do not use the name for anything else.")
    message = f"There is no function `{name}`."
    if absence.reason:
        message += f" {absence.reason}"
        return CheckFailure(message, hint="Mend that place first.", line=absence.line, outcome=absence.outcome)
    return CheckFailure(message, hint=f"Keep the name that the page gives: `def {name}(…):`.")


def _not_attempted(name: str, frame: Frame | None) -> CheckFailure:
    if frame is not None and frame.function not in (name, "<lambda>"):
        return CheckFailure(
            f"`{name}` calls `{frame.function}`, which is not attempted yet.",
            hint=f"Solve `{frame.function}` first, or do without it.",
            line=frame.line,
        )
    return CheckFailure(
        f"`{name}` is not attempted yet.",
        hint=misconceptions.hint("not-attempted"),
        misconception="not-attempted",
        line=frame.line if frame else None,
    )


def _out_of_time(name: str, frame: Frame | None, code: str) -> CheckFailure:
    return CheckFailure(
        f"`{name}` was still running when its time was over {_place(frame, code)}".rstrip() + ".",
        hint="Look for a loop that never ends, or for work that is done again and again.",
        line=frame.line if frame else None,
        outcome="timeout",
    )


def _place(frame: Frame | None, code: str) -> str:
    if frame is None:
        return ""
    where = f"(line {frame.line} of {frame.cell}"
    return f"{where}: `{code}`)" if code else f"{where})"


def _with_advice(misconception: str | None, code: str) -> str:
    """The table's hint, and the student's own line as it could be written."""
    text = misconceptions.hint(misconception) if misconception else _TRY_IT
    if misconception == "item-assignment":
        better = advice.rewrite(code)
        if better:
            return f"Build a new array instead of `{code}`: write `{better}`."
    return text


def _with_page(hint: str, page: str) -> str:
    return f"{hint} More: https://{page}" if page else hint


def _call(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    others = [arg for arg in args if getattr(arg, "name", None) != name]
    shown = [_shorten(describe_argument(arg)) for arg in others]
    shown += [f"{key}={_shorten(describe_argument(value))}" for key, value in kwargs.items()]
    if len(others) < len(args):  # a check's own code was given the function, to differentiate it for example
        return f"part of a calculation with `{', '.join(shown)}`"
    return f"`{name}({', '.join(shown)})`"


def describe_argument(value: Any) -> str:
    """An argument of a call, as the student would write it."""
    if hasattr(value, "text"):
        return " ".join(str(value.text).split())
    if hasattr(value, "array"):
        return _array(value.array, "jnp", "a JAX array")
    if isinstance(value, np.ndarray):
        return _array(value, "np", "a NumPy array")
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {describe_argument(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple | list):
        inner = ", ".join(map(describe_argument, value))
        return f"[{inner}]" if isinstance(value, list) else f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, float) and value.is_integer():
        return f"{value:.1f}"  # JAX tells 1.0 from 1
    return describe(value)


def _array(array: NDArray[Any], module: str, words: str) -> str:
    if array.size > 12:
        return f"{words} of shape {array.shape}"
    return f"{module}.array({describe(array) if array.shape else describe_argument(array.item())})"


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN_ARGUMENT else text[: _SHOWN_ARGUMENT - 1] + "…"
