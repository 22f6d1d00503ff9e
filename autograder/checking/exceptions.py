"""What an exception is a sign of, and how to say it.

One table, whose end is in `everyday.py`: the exception's type, a pattern of its text, a pattern of the student's own
line, and the misconception; where that has no name, or its own words would be too general, what to say and to do.  The
first row that fits is taken.
Texts are those of JAX 0.10 to 0.12.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from autograder.checking import everyday, misconceptions
from autograder.sandbox.protocol import Error


class Row(NamedTuple):
    """`says` may hold `{1}`, a group of the text's pattern, and `{shapes}`; `hint` is shown for hidden checks, too."""

    misconception: str
    types: str
    text: str
    code: str = ""
    says: str = ""
    hint: str = ""


_TREE = r"'(dict|tuple|list|OrderedDict|defaultdict)'"
_TRACERS = "TracerArrayConversionError|ConcretizationTypeError|TracerIntegerConversionError"
_IN_PLACE_NUMPY = r"must be (?:a )?numpy\.ndarray, not .*(Array|Tracer)|first operand must be array"
_NO_JIT = "Or leave `jax.jit` out: no task needs it."

_NO_PARAMETER = "Your function has no parameter `{1}`, and the page calls it with one."
TABLE = (
    Row(
        "",
        r"\w+",
        "",
        r"^(raise|assert)\b",
        hint="This is a `raise` or an `assert` of your own. The page asks for an answer in this case, too: "
        "look up what it should be.",
    ),
    Row("tuple-assignment", "TypeError", r"'tuple' object does not support item assignment"),
    Row(
        "item-assignment", "TypeError", r"immutable and do not support in-place|'\w*(Array|Tracer)\w*' object does not"
    ),
    Row(
        "item-assignment",
        "AttributeError",
        r"property '(\w+)' of '[^']*(?:Array|Tracer)\w*' object has no setter",
        says="A JAX array cannot be changed in place, and its `{1}` cannot be set.",
        hint="Make a new array and keep it: `x = x.reshape(…)`, `x = x.astype(…)`.",
    ),
    Row(
        "item-assignment",
        "TypeError",
        _IN_PLACE_NUMPY,
        says="This function of NumPy changes an array in place, and a JAX array cannot be changed.",
        hint="Make a new array and keep it: `x = jnp.asarray(x).at[…].set(…)`.",
    ),
    Row(
        "",
        "TypeError",
        r"unexpected keyword argument '(argnums|has_aux)'",
        r"grad\(|jac\w+\(",
        "`{1}` went to the function that is differentiated; it belongs to the transformation.",
        "It stands in the first parentheses: `jax.grad(f, argnums=…, has_aux=…)(…)`.",
    ),
    Row(
        "",
        "TypeError|ValueError",
        r"with respect to argnums=.* requires at least",
        r"\)\([^()]*\w ?= ?[^=]",
        "`argnums` counts the arguments that are given by their place, and here one was given by its name.",
        "Give them without names: `jax.grad(f)(x, y)`.",
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
    Row(
        "aux-order",
        "TypeError",
        r"scalar-output functions",
        r"has_aux",
        "With `has_aux=True` JAX differentiates the first of the two things that the function returns, "
        "and here that is not a single number.",
        "Return the loss first, as one number, and everything extra second: `return loss, aux`.",
    ),
    Row("non-scalar", "TypeError", r"scalar-output functions"),
    Row("integer-input", "TypeError", r"requires real- or complex-valued inputs"),
    Row("grad-of-value", "TypeError", r"Expected a callable value|first argument to .* must be callable"),
    Row(
        "point-as-argnums",
        "TypeError|ValueError",
        r"scalar index|interpreted as an integer|float\d*' object is not iterable",
        r"(grad|jac\w+)\((?!.*argnums\s*=)",
    ),
    Row(
        "point-as-argnums",
        "TypeError|ValueError",
        r"scalar index|interpreted as an integer|float\d*' object is not iterable",
        r"argnums\s*=",
        "`argnums` says which argument, by its number; it takes neither values nor names.",
        "`argnums=0` is the first argument, `argnums=1` the second. The point, or the dict, goes into the second "
        "parentheses: `jax.grad(f)(x)`.",
    ),
    Row("aux-not-a-pair", "TypeError", r"aux output to return a two-element tuple"),
    Row(
        "numpy-on-tracer",
        "ConcretizationTypeError|TracerIntegerConversionError",
        r"",
        r"\b(float|int|bool|complex)\(",
        "Inside `jax.grad`, `jax.jit` and the like an array is a stand-in without numbers (a tracer), "
        "and Python wants a number of it here.",
        "Keep it an array: leave `float(…)` and `int(…)` out.",
    ),
    Row("numpy-on-tracer", _TRACERS, r"", r"\b(np|numpy|math)\.|\bfrom math\b"),
    Row("numpy-on-tracer", "TracerArrayConversionError", r""),
    Row(
        "",
        "TracerBoolConversionError",
        "",
        says="Inside `jax.jit` and the like an array is a stand-in without numbers (a tracer): "
        "Python cannot tell whether it is true, so it cannot be the condition of an `if`.",
        hint=f"Choose between two arrays with `jnp.where(condition, a, b)`. {_NO_JIT}",
    ),
    Row(
        "",
        "ConcretizationTypeError|TracerIntegerConversionError",
        "",
        says="Inside `jax.jit` and the like an argument is a stand-in without a number (a tracer), "
        "and this line needs the number itself, for a shape or a loop.",
        hint=f'Keep that one argument a number: `@partial(jax.jit, static_argnames="its_name")`. {_NO_JIT}',
    ),
    Row(
        "tree-arithmetic",
        "TypeError",
        rf"unsupported operand type.*{_TREE}|can't multiply sequence by non-int",
        r"value_and_grad\(",
        "`jax.value_and_grad` gives a pair, and a pair takes no part in arithmetic.",
        "Take it apart first: `value, gradient = jax.value_and_grad(f)(x)`. `jax.grad` gives the gradient alone.",
    ),
    Row("tree-arithmetic", "TypeError", rf"unsupported operand type.*{_TREE}"),
    Row("tree-arithmetic", "TypeError", r"can't multiply sequence by non-int"),
    Row("gradient-not-called", "TypeError", r"unsupported operand type.*'function'|'function' object is not subscript"),
    Row("at-unfinished", "TypeError|AttributeError", r"_IndexUpdate(Ref|Helper)"),
    Row("list-to-jnp", "TypeError", r"requires ndarray or scalar arguments, got <class '(list|tuple)'>"),
    Row(
        "nesting",
        "ValueError",
        r"values to unpack \(expected",
        r"value_and_grad\(|has_aux",
        "What JAX returns here has other parentheses than what stands left of the `=`.",
        "Value and extra data are one pair. `jax.value_and_grad(f, has_aux=True)` gives `((value, aux), gradient)`, "
        "`jax.grad(f, has_aux=True)` gives `(gradient, aux)`.",
    ),
    Row(
        "hard-coded",
        "ValueError",
        r"values to unpack \(expected",
        r"^\w+(, ?\w+){2,} = \w+$",
        "Left of the `=` stand more or fewer names than there are values to the right of it.",
        "Work with the array as a whole, however many entries it has.",
    ),
    Row("ignores-lr", "TypeError", r"unexpected keyword argument '(lr)'", "^$", _NO_PARAMETER, everyday.KEEP_SIGNATURE),
    Row(
        "ignores-steps",
        "TypeError",
        r"unexpected keyword argument '(steps)'",
        "^$",
        _NO_PARAMETER,
        everyday.KEEP_SIGNATURE,
    ),
    Row("mutates-argument", "RuntimeError|ValueError", r"Array has been deleted|deleted or donated"),
    *(Row("", *rest) for rest in everyday.EVERYDAY),
)


def without_addresses(text: str) -> str:
    """An exception's text without places in memory, which are others in every run."""
    return re.sub(r" at 0x[0-9a-f]+", "", text)


def row_for(error: Error, code: str) -> Row | None:
    """The row that an exception on this line of the student's belongs to."""
    for row in TABLE:
        fits = re.fullmatch(row.types, error.type) and re.search(row.text, error.message, re.S)
        if fits and re.search(row.code, code):
            return row
    return None


def says(row: Row, error: Error) -> str:
    """What a row says of this exception, with what its pattern found."""
    if not row.says:
        return misconceptions.says(row.misconception)
    found = re.search(row.text, error.message, re.S)
    shapes = re.findall(r"\(\d*(?:, ?\d*)*\)|(?<=\w)\[[\d,]*\]", error.message)
    groups = [without_addresses(group or "") for group in found.groups()] if found else []
    return row.says.format("", *groups, shapes=_listed(shapes))


def _listed(shapes: list[str]) -> str:
    tidy = [_tidy(shape) for shape in shapes]
    return f": {', '.join(tidy[:-1])} and {tidy[-1]}" if len(tidy) > 1 else ""


def _tidy(shape: str) -> str:
    """`(3,2)`, `[3,2]` and `(3)` as Python writes them."""
    lengths = re.findall(r"\d+", shape)
    return f"({', '.join(lengths)}{',' * (len(lengths) == 1)})"
