"""What an exception is a sign of, and how to say it.

One table: the exception's type, a pattern of its text, a pattern of the student's own line, and the misconception;
where that has no name, or its own words would be too general, what to say and to do.  The first row that fits is taken.
Texts are those of JAX 0.10 to 0.12.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from autograder.checking import misconceptions
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
_KEEP_SIGNATURE = (
    "Keep the first line that the page gives, `def …`: the same parameters, in the same order, with the same defaults."
)
_ARRAY_ATTRIBUTES = "astype|shape|size|ndim|dtype|T|sum|mean|std|max|min|ravel|reshape|flatten|tolist|item|dot|any|all"

_NO_PARAMETER = "Your function has no parameter `{1}`, and the page calls it with one."
_NO_DICT = (
    "An array was indexed with a name here, as if it were a dict.",
    "Look at what the function is given: a dict of arrays, or one of its arrays?",
)
# What any Python or NumPy programmer may run into: type, text, line, what to say, what to do.
_WITHOUT_A_NAME = (
    (
        "TypeError|ValueError",
        r"dot_general requires contracting|matmul: .*mismatch|shapes .* not aligned",
        "",
        "`@` and `dot` multiply rows by columns, and these lengths do not agree{shapes}.",
        "They do not go entry by entry. The sum of all products of entries is `jnp.sum(a * b)`, whatever the shape.",
    ),
    (
        "TypeError|ValueError",
        r"incompatible shapes for broadcasting|could not be broadcast together|Incompatible (shapes|types) for broad",
        "",
        "Two arrays met here whose shapes do not fit together{shapes}.",
        "Print both shapes just before this line. Shapes are matched from the right; `a[:, None]` gives an array one "
        "more axis at its end, of length 1, and that fits every length.",
    ),
    (
        "TypeError|ValueError",
        r"annot reshape|reshape total size",
        "",
        "An array can only take a shape with as many entries as it has.",
        "Take the sizes from the `.shape` of what you are given, not from one example.",
    ),
    (
        "TypeError|ValueError",
        r"annot concatenate|same number of dimensions|must have the same shape|inhomogeneous",
        "",
        "Arrays of different shapes cannot be put together into one.",
        "Print the shapes of the parts just before this line.",
    ),
    (
        r"\w*UFunc\w*",
        r"Cannot cast ufunc .* output from .*float.* to dtype\('u?int",
        "",
        "`-=`, `*=` and the like write into the array they are given, and an array of integers takes no floats.",
        "Make a new array, of floats: `y = x - m` instead of `x -= m`. What you were given stays as it was, too.",
    ),
    (
        "ValueError",
        r"truth value of an array",
        "",
        "`if`, `while`, `max` and the like need one True or False here, and an array has one for each entry.",
        "Work on all entries at once, with `jnp` in place of Python's own words: `jnp.where(condition, a, b)`.",
    ),
    (
        "IndexError",
        r"index (-?\d+) is out of bounds for axis \d+ with size (\d+)",
        "",
        "The index {1} is out of range: that axis has {2} entries, counted from 0.",
        "Where does the index come from, and how far may it go? NumPy stops here; JAX would read the last entry and "
        "say nothing.",
    ),
    (
        "AttributeError",
        r"Axes' object has no attribute '([xy]label|[xy]lim|[xy]ticks|title)'",
        "",
        "`plt.{1}` is a function, and an Axes has no method of that name.",
        "The methods begin with `set_`: `ax.set_xlabel(…)`, `ax.set_ylabel(…)`, `ax.set_title(…)`.",
    ),
    (
        "AttributeError",
        r"(?:Array|Tracer)\w*' object has no attribute '(set|multiply|add|divide|apply)'",
        "",
        "`.{1}` belongs to a place in an array, `x.at[…]`, and not to what stands there.",
        "Write `x = x.at[i].set(value)`, and likewise `.add` and `.multiply`: it makes a new array.",
    ),
    (
        "AttributeError",
        r"module '([\w.]+)' has no attribute '(\w+)'",
        "",
        "There is nothing of the name `{2}` in `{1}`.",
        "Look for a typing mistake. Names of older versions are gone, too: `jax.tree_map` is `jax.tree.map` today.",
    ),
    ("TypeError", "does not support string indexing", "", *_NO_DICT),
    ("IndexError", "only integers, slices .* are valid indices", r"\[['\"]", *_NO_DICT),
    (
        "AttributeError",
        rf"'(float|int|list|tuple|bool)' object has no attribute '({_ARRAY_ATTRIBUTES})'",
        "",
        "`.{2}` belongs to arrays, and this is a plain {1}.",
        "`jnp.asarray(…)` makes an array of numbers, lists, tuples and arrays alike.",
    ),
    (
        "TypeError",
        r"object is not iterable|over a 0-d",
        r"\.extend\(|\+= ?\w+$",
        "`extend` and `+=` add the items of a list one by one, and here they were given a single thing without items.",
        "A single item goes into a list of its own first: `[item]` is a list of one.",
    ),
    (
        "TypeError",
        r"'(?:numpy\.)?(?:float|int)\d*' object is not iterable|over a 0-d|of type '(?:float|int)' has no len",
        "",
        "This line goes through the entries of something, and here that is a single number.",
        "Look at what the function is given: which of its arguments is a number, or has fewer axes than you expect?",
    ),
    (
        "TypeError|ValueError",
        r"must be real number, not (?:list|tuple)|only (?:length-1|size-1|0-dimensional) arrays can",
        "",
        "One number is needed here, and this is a list or an array of several.",
        "Look at what the function is given: the functions of `jnp` take arrays of any shape as a whole.",
    ),
    (
        "ValueError",
        r"values to unpack \(expected",
        "",
        "Left of the `=` stand more or fewer names than there are values to the right of it.",
        "Print what stands on the right. If it is a shape: arrays may have more or fewer axes.",
    ),
    (
        "TypeError",
        r"missing \d+ required positional|takes \d+ positional|unexpected keyword argument",
        "^$",
        "The page calls the function with other arguments than yours asks for.",
        _KEEP_SIGNATURE,
    ),
    (
        "TypeError",
        r"missing \d+ required positional|takes \d+ positional",
        "",
        "On this line a function is called with fewer or more arguments than it asks for.",
        "Compare the two. A gradient is called with the same arguments as the function: `jax.grad(f)(x, y)`.",
    ),
    (
        "TypeError",
        r"(\w+)\(\) got an unexpected keyword argument '(\w+)'",
        "",
        "`{1}` has no argument of the name `{2}`.",
        "Look for a typing mistake. `jax.grad` and `jax.value_and_grad` have `argnums` and `has_aux`.",
    ),
    (
        "TypeError",
        r"scan body output must be a pair",
        "",
        "The function that `lax.scan` calls returns two things: what is carried on, and what is collected.",
        "End it with `return carry, output`; where there is nothing to collect, with `return carry, None`.",
    ),
    (
        "TypeError",
        r"carry input and carry output must have equal types",
        "",
        "What a loop of JAX carries on keeps its shape and dtype, and here its function returns another kind than it "
        "was given.",
        "Start with the kind that comes out: `0.0` instead of `0` for a float, `jnp.zeros(…)` for an array.",
    ),
    (
        "ValueError",
        r"Reverse-mode differentiation does not work for lax\.while_loop",
        "",
        "A gradient goes backwards through a loop, and JAX cannot where it does not know the number of turns.",
        "Use a Python `for`, `lax.scan`, or `lax.fori_loop` from and to plain numbers.",
    ),
    (
        "TypeError",
        r"can only concatenate (list|tuple|str) ",
        "",
        "`+` joins a {1} to another {1} only.",
        "What stands beside it must be of the same kind: `[item]` is a list of one, `(item,)` a tuple of one, "
        "`str(number)` a text.",
    ),
    (
        "TypeError",
        r"as an abstract array|not a valid JAX (?:array )?type",
        "",
        "JAX's functions take arrays and numbers, and were given something else.",
        "Give them arrays; what they cannot work with is made into arrays first, or taken apart.",
    ),
    (
        "TypeError",
        r"unhashable type: '[\w.]*(?:Array|Tracer|ndarray)",
        "",
        "An array can be no key of a dict and no entry of a set. A cache takes none: its keys are the arguments.",
        'Do without the cache. In a dict the value follows a colon, `{"w": …}`; with commas alone it is a set.',
    ),
    (
        "KeyError",
        r"^(.{1,60})$",
        "",
        "The dict has no key {1}.",
        "Print the keys just before this line: `list(…)` shows them.",
    ),
    (
        "ZeroDivisionError",
        "",
        "",
        "Something is divided by zero here.",
        "Look at what the function is given: which number is 0 at that moment, and has it already been updated?",
    ),
    (
        "NameError",
        r"name '(\w+)' is not defined",
        "",
        "Nothing has the name `{1}`.",
        "Look for a typing mistake, a missing `import`, or a cell that has to be run first.",
    ),
    (
        "UnboundLocalError",
        "",
        "",
        "A variable is read here before the function has given it a value.",
        "Give it a value first. A name that is assigned anywhere in a function belongs to the function.",
    ),
    (
        "TypeError|AttributeError",
        r"NoneType",
        "",
        "Something is `None` here where a value is needed.",
        "A function without `return` gives `None`, and so do `list.append` and `dict.update`.",
    ),
    (
        "ValueError",
        r"entry not a 2- or 3- tuple",
        "",
        "`jnp.asarray` makes no array of a dict.",
        "Hand the dict on as it is.",
    ),
    ("RecursionError", "", "", "The function calls itself without end.", "Look for the case in which it shall stop."),
)

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
    Row("ignores-lr", "TypeError", r"unexpected keyword argument '(lr)'", "^$", _NO_PARAMETER, _KEEP_SIGNATURE),
    Row("ignores-steps", "TypeError", r"unexpected keyword argument '(steps)'", "^$", _NO_PARAMETER, _KEEP_SIGNATURE),
    Row("mutates-argument", "RuntimeError|ValueError", r"Array has been deleted|deleted or donated"),
    *(Row("", *rest) for rest in _WITHOUT_A_NAME),
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
