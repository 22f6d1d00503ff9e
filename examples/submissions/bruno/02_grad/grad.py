# %% [markdown]
# # Gradients are functions
#
# Here is what NumPy cannot do. You give JAX a function, and JAX gives you back **its derivative, as a function**.
# No formulas by hand, no approximation. All of modern machine learning rests on this one step.
#
# **You will learn** how to
# - differentiate a function of numbers, of arrays, and of whole nested dicts of arrays,
# - choose which argument to differentiate by,
# - read the three error messages that everybody meets first.
#
# **You need** `01_arrays`, and to know that a derivative is a slope. **It takes** about 50 minutes.
#
# Stuck? `hint("derivative")` gives you a small push; run it again for a bigger one.
#
# The house rules hold here, too: arrays may be NumPy's or JAX's, functions must not change their arguments or anything
# outside themselves, and worked examples are for you, not for your functions to use.

# %% deletable=false editable=false jax101={"role": "provided"} nbgrader={"cell_type": "code", "checksum": "247d7feab222be6cd3c0453afa579c5c", "grade": false, "grade_id": "provided-1", "locked": true, "schema_version": 3, "solution": false, "task": false}
import jax
import jax.numpy as jnp
import numpy as np

from autograder import check, hint


# %% [markdown]
# ## 1. `jax.grad`
#
# The **gradient** of a function tells, for every entry of its input, how fast the result grows when that entry grows.
# So it has the shape of the input.
#
# Take $f(x) = \sum_i \sin(x_i)$. With NumPy you sit down with a pencil, find $\cos(x_i)$, and write a second function.
# With JAX you write $f$ and ask:

# %% jax101={"digest": "54800a22bb6d8c91", "role": "demo"}
def sum_of_sines(angles):
    return jnp.sum(jnp.sin(angles))


some_angles = np.array([0.0, 1.0, 2.0])

print("NumPy's way, by pencil:", np.cos(some_angles))
print("JAX's way:             ", jax.grad(sum_of_sines)(some_angles))

# %% [markdown]
# Read that last line slowly. `jax.grad(sum_of_sines)` takes a function and returns a **new function**. That new
# function then takes the point. So there are two pairs of parentheses, and they do two different things:
#
#     jax.grad(sum_of_sines)          # make the gradient function
#     jax.grad(sum_of_sines)(point)   # ... and ask it for the gradient at a point

# %% jax101={"digest": "540476c942ea499e", "role": "demo"}
slope = jax.grad(sum_of_sines)  # make it once ...

print("a function:", callable(slope))
print("at zeros:  ", slope(jnp.zeros(2)))  # ... and use it anywhere
print("at a table:", slope(jnp.ones((2, 3))), sep="\n")

# %% [markdown]
# One condition: the function must return a **single number**. With several, which one's slope would you like? If your
# function returns an array, JAX says so, and `jnp.sum` or `jnp.mean` makes a number of it.

# %% jax101={"digest": "4bd012df9e8c3b86", "role": "demo"}
try:
    jax.grad(jnp.sin)(some_angles)
except TypeError as error:
    print(error)


# %% [markdown]
# **Your turn.** Return the gradient of $\sum_i x_i^2$ at `x`. You may define a small function (or a `lambda`) inside
# yours. If you know the formula, you may also use that; but do try `jax.grad`.

# %% deletable=false jax101={"role": "task"} nbgrader={"cell_type": "code", "checksum": "d5985639c46371e1c9933deafdbd170e", "grade": false, "grade_id": "grad_sum_of_squares-solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def grad_sum_of_squares(x):
    """The gradient of the function sum(x ** 2), at the point `x`.

    x: an array of floats, any shape (a single number of shape () too).

    Returns an array of floats with the shape of `x`.
    """
    return 2 * jnp.asarray(x)


# %% deletable=false editable=false jax101={"role": "check"} nbgrader={"cell_type": "code", "checksum": "d78a8d067acfcd9f0901385942c845d5", "grade": true, "grade_id": "grad_sum_of_squares", "locked": true, "points": 4.0, "schema_version": 3, "solution": false, "task": false}
check("grad_sum_of_squares")


# %% [markdown]
# ## 2. Derivatives of derivatives
#
# For a function of one number the gradient is just the derivative, the slope of the curve. And because it is a function
# again, you can differentiate it again. A falling stone shows it: from its height JAX finds its speed, and from its
# speed the acceleration.

# %% jax101={"digest": "3042112d6c4d997f", "role": "demo"}
def height(seconds):
    return 100.0 - 4.905 * seconds**2


speed = jax.grad(height)
acceleration = jax.grad(speed)

print("height after 2 s:      ", height(2.0))
print("speed after 2 s:       ", speed(2.0))
print("acceleration after 2 s:", acceleration(2.0))

# %% [markdown]
# In NumPy, people nudge the input a little and look at the difference. This is only close to the truth: a large nudge
# cuts the corner, and with a tiny one rounding takes over. JAX follows the rules of calculus through your code instead
# (*automatic differentiation*), so it is as exact as the numbers themselves.

# %% jax101={"digest": "d5a8a83796464f82", "role": "demo"}
for nudge in [1e-1, 1e-3, 1e-5, 1e-7]:
    slope_by_nudge = (np.float32(np.sin(1.0 + nudge)) - np.float32(np.sin(1.0))) / np.float32(nudge)
    print(f"nudged by {nudge:.0e}: {slope_by_nudge:.7f}")

print(f"jax.grad:         {jax.grad(jnp.sin)(1.0):.7f}")
print(f"the truth:        {np.cos(1.0):.7f}")

# %% [markdown]
# Slopes need a number that can move smoothly, so the input must be a float: write `2.0`, not `2`.

# %% jax101={"digest": "247a63f243f58b67", "role": "demo"}
try:
    speed(2)
except TypeError as error:
    print(error)


# %% [markdown]
# **Your turn.** Write `derivative`: it takes a function and returns a function. (Nothing is computed yet: there is no
# point to compute it at!) What you return must be fit for `derivative` itself, so that `derivative(derivative(f))` is
# the second derivative.

# %% deletable=false jax101={"role": "task"} nbgrader={"cell_type": "code", "checksum": "9d1e9a9796da690fde9c732f6e2631f1", "grade": false, "grade_id": "derivative-solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def derivative(f):
    """The derivative of `f`, as a function.

    f: a function that takes a float and returns a float. It may use `if` on its input, so do not `jit` it.

    Returns a function: called with a float, it returns the slope of `f` there, a scalar of shape ().
    It can be passed to `derivative` again. By automatic differentiation: finite differences do not count here.
    """
    return jax.grad(f)


# %% deletable=false editable=false jax101={"role": "check"} nbgrader={"cell_type": "code", "checksum": "9d5016c8fa599433fc9a0d7d79ee137e", "grade": true, "grade_id": "derivative", "locked": true, "points": 5.0, "schema_version": 3, "solution": false, "task": false}
check("derivative")

# %% [markdown]
# Try it on a curve of your own:

# %% jax101={"digest": "5b783cbab5b99e29", "role": "demo"}
cube_twice = derivative(derivative(lambda t: t**3))

print("t ** 3, differentiated twice, at 2.0:", cube_twice(2.0))


# %% [markdown]
# ## 3. Which argument?
#
# Most functions take more than one argument. Here is one we will use for the rest of the page; it measures how far two
# arrays are apart.

# %% deletable=false editable=false jax101={"role": "provided"} nbgrader={"cell_type": "code", "checksum": "053a7a198240a70e8f81502595b2f9dc", "grade": false, "grade_id": "provided-2", "locked": true, "schema_version": 3, "solution": false, "task": false}
def sum_squared_error(x, y):
    """The sum of the squared differences between `x` and `y`, arrays of the same shape: a scalar."""
    return jnp.sum((x - y) ** 2)


# %% [markdown]
# A gradient with respect to what? If you say nothing, `jax.grad` differentiates by the **first** argument and holds
# the others still. Look at the cost of a trip, with its three arguments:

# %% jax101={"digest": "c1a7c90637598c72", "role": "demo"}
def trip_cost(distance, fuel_price, tolls):
    return 0.07 * distance * fuel_price + jnp.sum(tolls)


cost_per_km = jax.grad(trip_cost)  # by the first argument, distance

print("one more km costs:", cost_per_km(500.0, 1.8, jnp.array([4.0, 9.5])))


# %% [markdown]
# **Your turn.** Return the gradient of `sum_squared_error` with respect to its first argument.

# %% deletable=false jax101={"role": "task"} nbgrader={"cell_type": "code", "checksum": "89f887e772f8b59ba7b9a56c645d82d5", "grade": false, "grade_id": "grad_first-solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def grad_first(x, y):
    """The gradient of `sum_squared_error(x, y)` with respect to `x`.

    x, y: arrays of floats, any shape, both the same.

    Returns an array of floats with the shape of `x`.
    """
    return jax.grad(sum_squared_error)(x, y)


# %% deletable=false editable=false jax101={"role": "check"} nbgrader={"cell_type": "code", "checksum": "674c1dd8ce4ef9d04224271514eaab56", "grade": true, "grade_id": "grad_first", "locked": true, "points": 3.0, "schema_version": 3, "solution": false, "task": false}
check("grad_first")

# %% [markdown]
# ## 4. `argnums` picks another one
#
# To differentiate by another argument, give `jax.grad` its number with `argnums=`. Counting starts at 0, so
# `argnums=2` means the third. And as always, the gradient has the shape of the argument you asked about:

# %% jax101={"digest": "30d97f13d290d868", "role": "demo"}
by_tolls = jax.grad(trip_cost, argnums=2)

print(by_tolls(500.0, 1.8, jnp.array([4.0, 9.5])))


# %% [markdown]
# (`argnums` tells *which* argument. The arguments themselves still go into the second pair of parentheses.)
#
# **Your turn.** Now by the second argument of `sum_squared_error`.

# %% deletable=false jax101={"role": "task"} nbgrader={"cell_type": "code", "checksum": "7d4b4121be5357eaee78f497f9aad23d", "grade": false, "grade_id": "grad_second-solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def grad_second(x, y):
    """The gradient of `sum_squared_error(x, y)` with respect to `y`.

    x, y: arrays of floats, any shape, both the same.

    Returns an array of floats with the shape of `y`.
    """
    return -grad_first(x, y)


# %% deletable=false editable=false jax101={"role": "check"} nbgrader={"cell_type": "code", "checksum": "ef70bcb09627fb22fdbd98abbca44e82", "grade": true, "grade_id": "grad_second", "locked": true, "points": 3.0, "schema_version": 3, "solution": false, "task": false}
check("grad_second")

# %% [markdown]
# ## 5. Several at once
#
# Give `argnums` a tuple and you get a tuple: one gradient for each number in it, in that order. This costs less than
# asking twice, because JAX walks through your function only once.

# %% jax101={"digest": "f4b9b6306d7e175a", "role": "demo"}
by_distance, by_tolls = jax.grad(trip_cost, argnums=(0, 2))(500.0, 1.8, jnp.array([4.0, 9.5]))

print("by distance:", by_distance)
print("by tolls:   ", by_tolls)


# %% [markdown]
# The rule is *a number in, an array out; a tuple in, a tuple out*. It holds for a tuple of one, too: `argnums=(0,)`
# gives a tuple with one array in it.
#
# **Your turn.** Return both gradients of `sum_squared_error` as a pair.

# %% deletable=false jax101={"role": "task"} nbgrader={"cell_type": "code", "checksum": "70bbed5f7a87582130d86b55f0ca1045", "grade": false, "grade_id": "grad_both-solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def grad_both(x, y):
    """Both gradients of `sum_squared_error(x, y)`.

    x, y: arrays of floats, any shape, both the same.

    Returns a tuple of two arrays: (gradient with respect to x, gradient with respect to y), each with the shape of
    its argument.
    """
    return grad_first(x, y), grad_second(x, y)


# %% deletable=false editable=false jax101={"role": "check"} nbgrader={"cell_type": "code", "checksum": "5f50acdfec6384b380179c1ade244383", "grade": true, "grade_id": "grad_both", "locked": true, "points": 4.0, "schema_version": 3, "solution": false, "task": false}
check("grad_both")

# %% [markdown]
# ## 6. Dicts of arrays
#
# A real model has many arrays inside: its *parameters*. It would be tiresome to pass each as an argument of its own, so
# people keep them in dicts, often nested ones. JAX understands such a structure and calls it a **pytree**: a tree whose
# branches are dicts, lists and tuples, and whose leaves are arrays.
#
# Differentiate by a pytree, and the gradient is a pytree of the same structure, with a gradient in place of each leaf.
# Here is a recipe with two parts:

# %% jax101={"digest": "49ca3a50a799ada9", "role": "demo"}
recipe = {"dough": {"flour": jnp.array([2.0, 1.0]), "water": jnp.array(3.0)}, "salt": jnp.array(0.5)}


def taste(recipe, guests):
    dough = jnp.sum(recipe["dough"]["flour"]) * recipe["dough"]["water"]
    return dough - guests * recipe["salt"] ** 2


taste_gradient = jax.grad(taste)(recipe, 4.0)

print("the recipe:  ", recipe)
print("its gradient:", taste_gradient)

# %% [markdown]
# With NumPy you would write one formula for each array, and keep them right whenever the model changes. With JAX it is
# still one line, for two arrays or for two thousand. The names of the parts lead you to their gradients:

# %% jax101={"digest": "de7d7007a577adc5", "role": "demo"}
print("a little more water:", taste_gradient["dough"]["water"])


# %% [markdown]
# Below is the loss of a small neural network; a *loss* tells how wrong a model is. You need not know how networks
# work. It is enough to see that it takes a nested dict and returns a single number.

# %% deletable=false editable=false jax101={"role": "provided"} nbgrader={"cell_type": "code", "checksum": "b43e7f8ccc08617c0cdede641ab09196", "grade": false, "grade_id": "provided-3", "locked": true, "schema_version": 3, "solution": false, "task": false}
def mlp_loss(params, x, y):
    """The mean squared error of a network with one hidden layer: a scalar.

    params: {"hidden": {"w": (d, h), "b": (h,)}, "out": {"w": (h,), "b": ()}}; x: (n, d); y: (n,).
    """
    hidden = jnp.tanh(x @ params["hidden"]["w"] + params["hidden"]["b"])
    predictions = hidden @ params["out"]["w"] + params["out"]["b"]
    return jnp.mean((predictions - y) ** 2)


# %% [markdown]
# **Your turn.** Return the gradient of this loss with respect to all its parameters. After all the reading, you may
# be surprised how short it is.

# %% deletable=false jax101={"role": "task"} nbgrader={"cell_type": "code", "checksum": "a8f895467d5bfb8eb605dd13beb78f1d", "grade": false, "grade_id": "grad_params-solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
grad_params = jax.grad(mlp_loss)

# %% deletable=false editable=false jax101={"role": "check"} nbgrader={"cell_type": "code", "checksum": "bf5e90695a5143415b31b19c14f865dd", "grade": true, "grade_id": "grad_params", "locked": true, "points": 6.0, "schema_version": 3, "solution": false, "task": false}
check("grad_params")

# %% [markdown]
# You now hold the gradient of a neural network. Have a look at its shapes:

# %% jax101={"digest": "ec78bd21f5c469e8", "role": "demo"}
network = {
    "hidden": {"w": jnp.ones((2, 5)), "b": jnp.zeros(5)},
    "out": {"w": jnp.ones(5), "b": jnp.array(0.0)},
}
network_gradient = grad_params(network, jnp.ones((10, 2)), jnp.zeros(10))

print(jax.tree.map(jnp.shape, network_gradient))  # jnp.shape of every leaf

# %% [markdown]
# ## What you learned
#
# - `jax.grad(f)` is a **function**. `jax.grad(f)(x)` is the gradient at `x`, in the shape of `x`.
# - `f` must return a single number, and what you differentiate by must be floats.
# - `argnums` picks the argument. The default is the first; a tuple gives a tuple.
# - A dict of arrays goes in, and a dict of gradients comes out, with the same keys.
#
# | you see | it means | do this |
# |---|---|---|
# | *Gradient only defined for scalar-output functions* | `f` returned an array | reduce it: `jnp.sum`, `jnp.mean` |
# | *grad requires real- or complex-valued inputs* | the point is an integer | `2.0`, not `2` |
# | *Expected a callable value* | you wrote `jax.grad(f(x))` | `jax.grad(f)(x)` |
#
# Next, in `03_aux`: the loss, its gradient and everything else you would like to know, in a single call.
