"""The rows of `exceptions.py` that are no misconception about JAX: what any Python or NumPy programmer may run into.

Each is the exception's type, a pattern of its text, a pattern of the student's line, what to say, what to do.
"""

from __future__ import annotations

KEEP_SIGNATURE = (
    "Keep the first line that the page gives, `def …`: the same parameters, in the same order, with the same defaults."
)
_ARRAY_ATTRIBUTES = "astype|shape|size|ndim|dtype|T|sum|mean|std|max|min|ravel|reshape|flatten|tolist|item|dot|any|all"
_NO_DICT = (
    "An array was indexed with a name here, as if it were a dict.",
    "Look at what the function is given: a dict of arrays, or one of its arrays?",
)
EVERYDAY = (
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
        r"Cannot cast ufunc '\w+' output (?:\d+ )?from dtype\('float\d+'\) to dtype\('u?int",
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
        KEEP_SIGNATURE,
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
