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
        "A tuple cannot be changed in place, no more than a JAX array.",
        "Take it apart, `a, b = pair`, and build a new one: `(a + 1, b)`. (`list(…)` makes a list of it, which can "
        "be changed.)",
    ),
    "mutates-argument": Misconception(
        "Your function changed the array it was given: whoever called it now has other data than before.",
        "Leave the argument alone and make a new array: `y = x + 1`, or `y = jnp.asarray(x).at[0].set(value)`.",
    ),
    "mutates-container": Misconception(
        "Your function changed the dict or list it was given: whoever called it now has another one than before.",
        "Build a new dict or list and return that. A copy is shallow: what stands inside is still shared.",
    ),
    "shares-memory": Misconception(
        "Your result is a window onto the argument's own memory: writing to one later changes the other.",
        "Return an array of its own, for example `jnp.asarray(x)` or `x.copy()`.",
    ),
    "update-dropped": Misconception(
        "The result is as if nothing had been updated: what the update made was thrown away.",
        "In JAX an update makes something new and leaves the old as it was. Keep the new one: `x = x.at[i].set(v)`, "
        "`y = x.astype(…)`, `new[name] = value` in a dict of your own; or `return` it.",
    ),
    "at-unfinished": Misconception(
        "`x.at[i]` alone is only a place, not an array.",
        "Say what shall happen there: `x.at[i].set(v)`, `.add(v)`, `.multiply(v)`. To read an entry, write `x[i]`.",
    ),
    "at-on-numpy": Misconception(
        "`.at` belongs to JAX arrays, and this is none: NumPy's arrays, lists and numbers have no `.at`.",
        "Make it a JAX array first: `x = jnp.asarray(x)`.",
    ),
    "out-argument": Misconception(
        "`out=` writes a result into an array that is there already, and a JAX array cannot be changed.",
        "Leave `out=` out and keep what the function returns: `y = jnp.add(x, 1)`.",
    ),
    "read-only-view": Misconception(
        "`np.asarray` of a JAX array shows its own memory, which may not be written to.",
        "Make a new array instead: `x = jnp.asarray(x).at[i].set(v)`.",
    ),
    "mutable-default": Misconception(
        "A default value such as `[]` or `{}` is made once and shared by all calls; this one changed.",
        "Make the fresh list or dict inside the function. (A parameter that keeps it may be `None` by default.)",
    ),
    "hidden-state": Misconception(
        "Your function keeps something outside of itself, so that its answer may depend on earlier calls.",
        "Work out the answer from the arguments alone. What must be remembered comes in as an argument and goes out "
        "as a result.",
    ),
    "leaked-tracer": Misconception(
        "While JAX differentiates or compiles a function, its arrays are stand-ins without numbers (tracers), and "
        "one of them was kept for later.",
        "Return what you want to keep. With `has_aux=True`, `jax.grad` and `jax.value_and_grad` hand out extra values.",
    ),
    "global-random": Misconception(
        "Your function uses a random generator that the whole program shares, so equal calls need not give equal "
        "answers.",
        "No task here needs randomness: leave it out. Where you want some, JAX takes a key as an argument "
        "(`jax.random`).",
    ),
    "stale-global": Misconception(
        "The result comes from data outside the function, not from its arguments.",
        "Use the names in the function's parameter list.",
    ),
    "print-in-traced": Misconception(
        "While JAX differentiates or compiles a function, its arrays are stand-ins without numbers (tracers): there "
        "is nothing yet that `:.2f` could format.",
        '`jax.debug.print("{v:.2f}", v=value)` prints the number once there is one; or print outside of that function.',
    ),
    # indexing
    "set-not-add": Misconception(
        "Where an index occurs twice, only one of its amounts arrived.",
        "`.at[indices].add(amounts)` adds each of them. `.set`, a dict, or `x[indices] + …` keep one.",
    ),
    "index-clamped": Misconception(
        "An index out of range was treated as if it were the last or the first one.",
        "JAX raises no error at an index out of range, and reading there gives the last entry: say yourself what "
        "shall happen.",
    ),
    "index-dropped": Misconception(
        "An index beyond the end wrote nothing.",
        "JAX raises no error at an index out of range. The entries of an array count from 0: look at where your "
        "index starts and ends.",
    ),
    "int-truncates": Misconception(
        "The numbers lost what stands behind the point.",
        "Stay with floats: no `int(…)` and no `astype(int)`, and an array that is to take floats is made of floats.",
    ),
    "list-index": Misconception(
        "JAX takes no list as an index.",
        "Make it an array, `x[jnp.array([0, 1])]`; for one entry write `x[0]`.",
    ),
    "boolean-mask-in-jit": Misconception(
        "Inside `jax.jit` the length of `x[mask]` cannot be known, because the mask has no values yet.",
        "Keep the shape: `jnp.where(mask, x, 0)` puts 0 where the mask is false, and `jnp.sum(mask)` counts. Or "
        "leave `jax.jit` out.",
    ),
    # gradients
    "non-scalar": Misconception(
        "A gradient is there only for a function that returns one number.",
        "Reduce the result to a single number first: `jnp.sum(…)` or `jnp.mean(…)`, whichever the page asks for.",
    ),
    "integer-input": Misconception(
        "JAX differentiates only with respect to floats, and this is an integer.",
        "Pass floats: `1.0`, not `1`; and no `int(…)` or `astype(int)` before the gradient.",
    ),
    "grad-of-value": Misconception(
        "`jax.grad` wants a function, and was given a value: the function had already been called.",
        "Write `jax.grad(f)(x)`, not `jax.grad(f(x))`: first make the gradient function, then call it.",
    ),
    "point-as-argnums": Misconception(
        "The second argument of `jax.grad` is `argnums`, the number of an argument, and not the point.",
        "Write `jax.grad(f)(x)`: first make the gradient function, then call it at the point.",
    ),
    "gradient-not-called": Misconception(
        "There is a function where a value is needed: it was made, and never called.",
        "Call it with its arguments, `df(x)`. `jax.grad(f)` is such a function: `jax.grad(f)(x)` is its value.",
    ),
    "argnums-default": Misconception(
        "This is the gradient with respect to the first argument, which `jax.grad` takes unless it is told otherwise.",
        "Say which argument: `argnums=1` for the second, `argnums=(0, 1)` for both.",
    ),
    "argnums-range": Misconception(
        "`argnums` names an argument that is not there.",
        "Arguments count from 0: `argnums=1` is the second.",
    ),
    "argnums-tuple": Misconception(
        "The result stands inside a tuple of one.",
        "A tuple in, a tuple out: `argnums=0` gives the gradient itself, `argnums=(0,)` a tuple around it.",
    ),
    "sign": Misconception(
        "The sign is the wrong way round.",
        "Follow the minus signs once more, from the formula to your code. For a gradient, look also at which "
        "argument it is taken for.",
    ),
    "aux-missing": Misconception(
        "The function returns a value and something extra, and JAX was not told which of them to differentiate.",
        "Say `has_aux=True`: then the first is differentiated, and the second handed through.",
    ),
    "aux-order": Misconception(
        "The parts stand in the wrong order, the extra data (aux) before the value or its gradient.",
        "With `has_aux=True` a function returns the value to differentiate first and the extra data second; JAX "
        "gives them back in that order.",
    ),
    "aux-not-a-pair": Misconception(
        "With `has_aux=True` a function returns exactly two things: the value, and everything extra as one.",
        "Put all extra values into one tuple or dict: `return loss, (a, b)`.",
    ),
    "value-grad-order": Misconception(
        "Value and gradient stand in the wrong order.",
        "`jax.value_and_grad` gives the value first, then the gradient.",
    ),
    "nesting": Misconception(
        "The parts are right, and their parentheses are not.",
        "Look at the parentheses of the answer that the page shows.",
    ),
    "numpy-on-tracer": Misconception(
        "While JAX differentiates or compiles a function, its arrays are stand-ins without numbers (tracers), and "
        "functions of NumPy or `math` cannot take them.",
        "Use the `jnp` function of the same name.",
    ),
    "item-kills-gradient": Misconception(
        "The gradient is zero everywhere, as if the result did not depend on the argument.",
        "Inside a differentiated function an array must stay an array: `.item()` and `float(…)` cut it off. Or do "
        "two gradients cancel?",
    ),
    "finite-differences": Misconception(
        "This is a slope measured between two near points, which is never quite the derivative.",
        "Let JAX differentiate: `jax.grad(f)`.",
    ),
    "hard-coded": Misconception(
        "The result fits one example and not the arguments.",
        "Work with all of the arguments, whatever their shape and values are.",
    ),
    "dict-order": Misconception(
        "The entries of the dict are mixed up: JAX returns dicts with their keys sorted.",
        "Match entries by their keys, `grads[name]`, or use `jax.tree.map`.",
    ),
    "tree-arithmetic": Misconception(
        "Dicts, tuples and lists take no part in arithmetic: `2 * (a, b)` is `(a, b, a, b)`, and a dict raises an "
        "error.",
        "`jax.tree.map(lambda g: 2 * g, grads)` does it array by array. Out of a tuple of one, take the array: "
        "`grads[0]`.",
    ),
    "list-to-jnp": Misconception(
        "The functions of `jnp` want an array here, and were given a list.",
        "Make it an array first: `jnp.asarray(values)`.",
    ),
    # training
    "ascent": Misconception(
        "The step goes uphill, where the loss grows.",
        "Descent subtracts: `theta - lr * gradient`.",
    ),
    "sum-loss": Misconception(
        "This is the sum over the data, not their mean.",
        "Take the mean of the squared errors.",
    ),
    "half-loss": Misconception(
        "This is half of what is asked.",
        "The mean squared error has no factor ½. Is something divided by two, or averaged with something else?",
    ),
    "mae-loss": Misconception("This is the mean absolute error.", "Square the errors before you take the mean."),
    "rmse-loss": Misconception(
        "This is the root of the mean squared error.",
        "Leave the root out.",
    ),
    "broadcast-nxn": Misconception(
        "Arrays of shapes `(n,)` and `(n, 1)` were combined: every entry met every other, in an `(n, n)` table.",
        "Bring both to the same shape first, and print the shape of their difference.",
    ),
    "sequential-update": Misconception(
        "The second parameter was moved with a gradient taken after the first had moved.",
        "Take all gradients at the old parameters, then move all at once.",
    ),
    "leaf-not-updated": Misconception(
        "One of the parameters was not moved.",
        "Every parameter takes its own step, by its own gradient: `jax.tree.map` goes through all of them. Is one of "
        "the gradients 0?",
    ),
    "not-reassigned": Misconception(
        "The parameters are still those of the start: each step's result was thrown away.",
        "Keep it: `theta = update(theta, …)`.",
    ),
    "ignores-lr": Misconception(
        "The step does not depend on `lr`.",
        "Use the argument `lr` wherever the step is taken, and hand it on: `update(…, lr)`.",
    ),
    "ignores-steps": Misconception("The number of steps is not `steps`.", "Loop `steps` times."),
    "loss-after-step": Misconception(
        "Each loss was taken after its step.",
        "Take the loss first, with the parameters that the step starts from.",
    ),
    "wrong-line": Misconception(
        "The line is not the model's.", "Draw `model(theta, …)` with the `theta` you were given."
    ),
    "unlabelled-axes": Misconception(
        "An axis has no label.",
        "The methods are `ax.set_xlabel(…)` and `ax.set_ylabel(…)`.",
    ),
    # form
    "not-attempted": Misconception(
        "This task is not attempted yet.", "Replace `raise NotImplementedError()` by your own code."
    ),
    "returns-nothing": Misconception(
        "Your function gave back nothing.",
        "End it with `return` and the result. (`print`, `list.append` and `dict.update` give nothing back.)",
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
