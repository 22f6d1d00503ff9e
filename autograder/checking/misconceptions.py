"""The wrong answers beginners really give: an id, what happened in one sentence, what to do next.

The ids are the `misconception` of a report.  Checks name them in `confusions`; `diagnosis.py` finds others from the
evidence.  A sentence here never holds a value: it is shown for hidden checks, too.
"""

from __future__ import annotations

from typing import NamedTuple


class Misconception(NamedTuple):
    says: str  # what happened
    hint: str  # what to do


MISCONCEPTIONS: dict[str, Misconception] = {
    # mutation and side effects
    "item-assignment": Misconception(
        "A JAX array cannot be changed in place.",
        "Build a new array and keep it: `x = x.at[0].set(value)` instead of `x[0] = value`.",
    ),
    "tuple-assignment": Misconception(
        "A tuple cannot be changed in place.",
        "Take it apart, `a, b = pair`, and build a new one: `(a + 1, b)`.",
    ),
    "mutates-argument": Misconception(
        "Your function changed the array it was given, and its caller sees that.",
        "Leave the argument alone and return a new array, for example with `x.at[0].set(value)`.",
    ),
    "mutates-container": Misconception(
        "Your function changed the dict or list it was given, and its caller sees that.",
        "Build a new dict or list and return that. A copy is shallow: what stands inside is still shared.",
    ),
    "shares-memory": Misconception(
        "Your result is a window onto the argument's own memory: who writes to one changes the other.",
        "Return an array of its own, for example `jnp.asarray(x)` or `x.copy()`.",
    ),
    "update-dropped": Misconception(
        "The result equals the input: the update was made and thrown away.",
        "`x.at[i].set(v)` makes a new array and leaves `x` as it was. Return it, or give it a name.",
    ),
    "at-unfinished": Misconception(
        "`x.at[i]` alone is only a place, not an array.",
        "Say what shall happen there: `x.at[i].set(v)`, `.add(v)`, `.multiply(v)`.",
    ),
    "at-on-numpy": Misconception(
        "`.at` belongs to JAX arrays; this one is a NumPy array or a list.",
        "Make it a JAX array first: `x = jnp.asarray(x)`.",
    ),
    "out-argument": Misconception("JAX functions write into no `out=` array.", "Use what the function returns."),
    "read-only-view": Misconception(
        "A NumPy view of a JAX array may not be written to.",
        "Stay with JAX: `x.at[i].set(v)` makes a new array.",
    ),
    "mutable-default": Misconception(
        "A default value such as `[]` is made once and shared by all calls; this one grew.",
        "Let the default be `None`, and make the fresh list inside the function.",
    ),
    "hidden-state": Misconception(
        "Your function remembers something outside itself, so that its answer may depend on earlier calls.",
        "Take the state as an argument and return the new state.",
    ),
    "leaked-tracer": Misconception(
        "A value from inside a JAX transformation was kept outside of it.",
        "Return it instead: with `has_aux=True` a function hands out extra values.",
    ),
    "global-random": Misconception(
        "Your function draws from the global random generator, so two equal calls differ.",
        "Randomness needs no place here; where it does, take a key as an argument (`jax.random`).",
    ),
    "stale-global": Misconception(
        "The result comes from data outside the function, not from its arguments.",
        "Use the names in the function's parameter list.",
    ),
    "print-in-traced": Misconception(
        "Inside a transformation there is no number yet to format.",
        "Use `jax.debug.print`, or print outside of the differentiated function.",
    ),
    # indexing
    "set-not-add": Misconception(
        "Where an index occurs twice only one of its amounts arrived.",
        "`.at[indices].add(amounts)` adds each of them; `.set` keeps one.",
    ),
    "index-clamped": Misconception(
        "An index beyond the end read the last entry: JAX raises no error there.",
        "Check the range of the index yourself.",
    ),
    "index-dropped": Misconception(
        "An index beyond the end wrote nothing: JAX raises no error there.", "Check the range of the index yourself."
    ),
    "int-truncates": Misconception(
        "The numbers lost what stands behind the point: an integer array keeps integers only.",
        "Make the array one of floats before you put a float in.",
    ),
    "list-index": Misconception("JAX takes no list as an index.", "Make it an array: `x[jnp.array([0, 1])]`."),
    "boolean-mask-in-jit": Misconception(
        "Inside a transformation the length of `x[mask]` cannot be known.", "Use `jnp.where(mask, x, 0)` instead."
    ),
    # gradients
    "non-scalar": Misconception(
        "A gradient is there only for a function that returns one number.",
        "Reduce the result to a scalar first: `jnp.sum(…)` or `jnp.mean(…)`.",
    ),
    "integer-input": Misconception("JAX does not differentiate at an integer.", "Pass floats: `1.0`, not `1`."),
    "grad-of-value": Misconception(
        "`jax.grad` was given a value where it wants a function.", "Write `jax.grad(f)(x)`, not `jax.grad(f(x))`."
    ),
    "point-as-argnums": Misconception(
        "The second place of `jax.grad` is `argnums`, not the point.",
        "Write `jax.grad(f)(x)`: first the function, then call it.",
    ),
    "gradient-not-called": Misconception(
        "You returned a function, where its value is due.", "`jax.grad(f)` is a function; call it: `jax.grad(f)(x)`."
    ),
    "argnums-default": Misconception(
        "This is the gradient with respect to the first argument: `argnums` was left at its default.",
        "Say which argument: `argnums=1` for the second, `argnums=(0, 1)` for both.",
    ),
    "argnums-range": Misconception(
        "`argnums` names an argument that is not there.", "Arguments count from 0: `argnums=1` is the second."
    ),
    "argnums-tuple": Misconception(
        "The result stands inside a tuple of one.",
        "A tuple in, a tuple out: `argnums=0` gives a bare array, `argnums=(0,)` a tuple.",
    ),
    "sign": Misconception(
        "The sign is the wrong way round.", "Follow the minus signs once more, from the formula to your code."
    ),
    "aux-missing": Misconception(
        "The function returns a value and something extra, and `jax.grad` was not told.", "Say `has_aux=True`."
    ),
    "aux-order": Misconception(
        "Value and auxiliary data stand in the wrong order.",
        "The value to differentiate comes first, the extra data second.",
    ),
    "aux-not-a-pair": Misconception(
        "With `has_aux=True` a function returns exactly a pair.",
        "Put all extra values into one: `return loss, (a, b)`.",
    ),
    "value-grad-order": Misconception(
        "Value and gradient stand in the wrong order.", "`value_and_grad` gives the value first, then the gradient."
    ),
    "nesting": Misconception(
        "The parts are right, and nested another way than asked.",
        "Look at the parentheses of the answer that the page shows.",
    ),
    "numpy-on-tracer": Misconception(
        "A function of NumPy or `math` was called inside a transformation; it cannot take JAX's tracers.",
        "Use the `jnp` function of the same name.",
    ),
    "item-kills-gradient": Misconception(
        "The gradient is zero: somewhere the array became a plain number, and the trail was lost.",
        "Keep it an array: no `.item()`, no `float(…)` inside a differentiated function.",
    ),
    "finite-differences": Misconception(
        "This is a slope measured between two near points, not a derivative.", "Let JAX differentiate: `jax.grad(f)`."
    ),
    "hard-coded": Misconception(
        "The result fits one example and not its data.", "Work with the arguments, whatever their shape and values are."
    ),
    "dict-order": Misconception(
        "The entries of the dict are mixed up: JAX returns dicts with their keys sorted.",
        "Match entries by key, or use `jax.tree.map`.",
    ),
    "tree-arithmetic": Misconception(
        "Dicts, tuples and lists take no part in arithmetic as a whole.", "`jax.tree.map` does it leaf by leaf."
    ),
    "list-to-jnp": Misconception(
        "A `jnp` function was given a list.", "Make it an array first: `jnp.asarray(values)`."
    ),
    # training
    "ascent": Misconception("The step goes uphill.", "Descent subtracts: `theta - lr * gradient`."),
    "sum-loss": Misconception("This is the sum of the squared errors.", "Take their mean."),
    "half-loss": Misconception("This is half of what is asked.", "The mean squared error has no factor ½."),
    "mae-loss": Misconception("This is the mean absolute error.", "Square the errors before you take the mean."),
    "rmse-loss": Misconception("This is the root of the mean squared error.", "Leave the root out."),
    "broadcast-nxn": Misconception(
        "Arrays of shapes `(n,)` and `(n, 1)` were combined into an `(n, n)` table.",
        "Bring both to the same shape first.",
    ),
    "sequential-update": Misconception(
        "The second parameter was moved with a gradient taken after the first had moved.",
        "Take all gradients at the old parameters, then move all at once.",
    ),
    "leaf-not-updated": Misconception("One of the parameters was not moved.", "Move every leaf: `jax.tree.map` helps."),
    "not-reassigned": Misconception(
        "The parameters are the first ones still: each step's result was thrown away.",
        "Keep it: `theta = update(theta, …)`.",
    ),
    "ignores-lr": Misconception(
        "The step does not depend on `lr`.", "Use the argument `lr`, not a number of your own."
    ),
    "ignores-steps": Misconception("The number of steps is not `steps`.", "Loop `steps` times."),
    "loss-after-step": Misconception(
        "Each loss was taken after its step.", "Take the loss first, with the parameters that the step starts from."
    ),
    "wrong-line": Misconception(
        "The line is not the model's.", "Draw `model(theta, …)` with the `theta` you were given."
    ),
    "unlabelled-axes": Misconception("An axis has no label.", "`ax.set_xlabel(…)` and `ax.set_ylabel(…)`."),
    # form
    "not-attempted": Misconception(
        "This task is not attempted yet.", "Replace `raise NotImplementedError()` by your own code."
    ),
    "returns-nothing": Misconception(
        "Your function returned nothing (`None`).", "End it with `return` and the result."
    ),
}


_JAX = "docs.jax.dev/en/latest/"
# Where JAX's own documentation tells more.
_PAGES = {
    "_autosummary/jax.Array.at.html": "item-assignment at-unfinished at-on-numpy set-not-add read-only-view",
    "_autosummary/jax.grad.html": "non-scalar integer-input grad-of-value point-as-argnums argnums-range aux-missing "
    "aux-order aux-not-a-pair gradient-not-called",
    "_autosummary/jax.tree.map.html": "tree-arithmetic",
    "_autosummary/jax.debug.print.html": "print-in-traced",
    "errors.html#jax.errors.TracerArrayConversionError": "numpy-on-tracer",
    "errors.html#jax.errors.UnexpectedTracerError": "leaked-tracer",
    "errors.html#jax.errors.NonConcreteBooleanIndexError": "boolean-mask-in-jit",
}
_PAGE_OF = {name: f"{_JAX}{page}" for page, names in _PAGES.items() for name in names.split()}


def page(misconception: str | None, error_type: str) -> str:
    """The page of JAX's documentation about it, or about an exception of JAX's own; empty where there is none."""
    if misconception in _PAGE_OF:
        return _PAGE_OF[misconception]
    known = ("ConcretizationTypeError", "TracerBoolConversionError", "TracerIntegerConversionError")
    return f"{_JAX}errors.html#jax.errors.{error_type}" if error_type in known else ""


def says(misconception: str) -> str:
    """What happened; empty for an id a check's author made up."""
    entry = MISCONCEPTIONS.get(misconception)
    return entry.says if entry else ""


def hint(misconception: str) -> str:
    """What to do; empty for an id a check's author made up."""
    entry = MISCONCEPTIONS.get(misconception)
    return entry.hint if entry else ""
