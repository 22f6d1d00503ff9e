# %% [markdown]
# # Values, gradients and auxiliary data
#
# While a model learns, you want its gradient. But you also want to *watch* it learn: how large is the loss? how far off
# is the worst prediction? All of this was computed on the way to the gradient. This page shows how to keep it.
#
# **You will learn** how to
# - get a function's value and its gradient in one call,
# - carry further results along, as *auxiliary data*,
# - read and build the nested tuples that JAX uses for it,
# - write a tool that works for any function.
#
# **You need** `02_grad`. **It takes** about 45 minutes.
#
# Stuck? `hint("loss_and_grad")` gives you a small push; run it again for a bigger one.
#
# The house rules, once more: arrays may be NumPy's or JAX's, functions must not change their arguments or anything
# outside themselves, and worked examples are for you, not for your functions to use.

# %% role="provided"
import jax
import jax.numpy as jnp
import numpy as np

from autograder import check, hint

# %% [markdown]
# Here are the two functions you will work with. `sum_squared_error` you know already. `linear_loss` tells how wrong a
# linear model is: it predicts `x @ w + b`, and its loss is the mean of the squared errors.


# %% role="provided"
def sum_squared_error(x, y):
    """The sum of the squared differences between `x` and `y`, arrays of the same shape: a scalar."""
    return jnp.sum((x - y) ** 2)


def linear_loss(params, x, y):
    """The mean squared error of the predictions `x @ w + b`: a scalar.

    params: {"w": (d,), "b": ()}; x: (n, d); y: (n,).
    """
    predictions = x @ params["w"] + params["b"]
    return jnp.mean((predictions - y) ** 2)


# %% [markdown]
# ## 1. The value comes for free
#
# To find a gradient, JAX has to compute the function's value first. `jax.grad` then throws the value away.
# `jax.value_and_grad` keeps it. It is used just like `jax.grad`, and what it makes returns a pair: **the value first,
# the gradient second**.
#
# Two springs, pulled to different lengths, store energy:


# %%
def spring_energy(lengths, stiffness):
    return jnp.sum(stiffness * lengths**2) / 2


lengths = np.array([1.0, 2.0])
stiffness = np.array([10.0, 3.0])

# NumPy's way: two formulas, one of them found by pencil
print("NumPy:", np.sum(stiffness * lengths**2) / 2, stiffness * lengths)

# JAX's way: one call
energy, forces = jax.value_and_grad(spring_energy)(lengths, stiffness)
print("JAX:  ", energy, forces)

# %% [markdown]
# All you know about `jax.grad` holds here, too: the first argument is the default, `argnums` picks another, and dicts
# are welcome.
#
# **Your turn.** Return the loss of the linear model, together with its gradient.


# %% task="loss_and_grad"
def loss_and_grad(params, x, y):
    """The value of `linear_loss(params, x, y)` and its gradient with respect to `params`.

    params: {"w": (d,), "b": ()}, a dict of arrays of floats.
    x: an array of floats, shape (n, d). y: an array of floats, shape (n,).

    Returns a tuple (loss, grads): a scalar, and a dict like `params` with the gradient of each array.
    """
    ### BEGIN SOLUTION
    return jax.value_and_grad(linear_loss)(params, x, y)
    ### END SOLUTION


# %%
check("loss_and_grad")

# %% [markdown]
# ## 2. A loss that tells more
#
# Often a loss function computes something on its way that you would like to see. This extra is called **auxiliary
# data**, *aux* for short. The function simply returns it as well, as a pair: **the value first, the aux second**.
#
# Here is a number for how widely data is spread, and with it the centre that was found on the way:


# %%
def spread(data):
    centre = jnp.mean(data)
    return jnp.mean(jnp.abs(data - centre)), centre


marks = jnp.array([1.0, 2.0, 2.0, 5.0])

print(spread(marks))

# %% [markdown]
# So far this is plain Python, and NumPy code would look the same.
#
# **Your turn.** Do it for `sum_squared_error`: return the error, and with it the *residuals*, the differences `x - y`
# that the error is made of. Use `jnp` for what you compute: in the next task JAX will differentiate your function, and
# it can follow `jnp`, but not functions such as `np.sin` or `np.square`.


# %% task="squared_error_with_residuals"
def squared_error_with_residuals(x, y):
    """The squared error, and the residuals it is made of.

    x, y: arrays of floats, any shape, both the same.

    Returns a tuple (loss, residuals): `sum_squared_error(x, y)`, a scalar, and x - y, an array with the shape of `x`.
    JAX must be able to differentiate the loss.
    """
    ### BEGIN SOLUTION
    return sum_squared_error(x, y), x - y
    ### END SOLUTION


# %%
check("squared_error_with_residuals")

# %% [markdown]
# ## 3. `has_aux=True`
#
# Now for the gradient of such a function. `jax.grad` wants a single number and finds a pair, so it stops:

# %%
try:
    jax.grad(spread)(marks)
except TypeError as error:
    print(error)

# %% [markdown]
# Tell it that the second half is only along for the ride: `has_aux=True`. Then JAX differentiates the value, leaves the
# aux alone, and hands you both: **the gradient first, the aux second**.

# %%
spread_gradient, centre = jax.grad(spread, has_aux=True)(marks)

print("gradient:", spread_gradient)
print("aux:     ", centre)

# %% [markdown]
# You might be tempted to append the extra to a list outside instead, as one does in NumPy. Don't. While JAX
# differentiates, the numbers inside are stand-ins (*tracers*) that lose their meaning when the call is over. What
# should come out has to be returned.
#
# **Your turn.** Return the gradient of the squared error with respect to `x`, and the residuals with it. You may use
# your `squared_error_with_residuals`.


# %% task="grad_with_residuals"
def grad_with_residuals(x, y):
    """The gradient of `sum_squared_error(x, y)` with respect to `x`, and the residuals.

    x, y: arrays of floats, any shape, both the same.

    Returns a tuple (gradient, residuals): two arrays with the shape of `x`; the residuals are x - y.
    """
    ### BEGIN SOLUTION
    return jax.grad(squared_error_with_residuals, has_aux=True)(x, y)
    ### END SOLUTION


# %%
check("grad_with_residuals")

# %% [markdown]
# ## 4. Everything at once
#
# `jax.value_and_grad` knows `has_aux=True`, too. Then there are three results: value, aux and gradient. How are they
# packed? Your function returned the pair `(value, aux)`, and JAX leaves this pair as it is. So the pair stands where
# the value used to stand:
#
#     value_and_grad(f)(x)                 is    value,        gradient
#     value_and_grad(f, has_aux=True)(x)   is   (value, aux),  gradient
#
# You can take it apart with the same parentheses on the left:

# %%
(width, centre), spread_gradient = jax.value_and_grad(spread, has_aux=True)(marks)

print("value:   ", width)
print("aux:     ", centre)
print("gradient:", spread_gradient)

# %% [markdown]
# **Your turn.** Return all three for the squared error, in JAX's own nesting.


# %% task="loss_grad_and_residuals"
def loss_grad_and_residuals(x, y):
    """The squared error, the residuals, and the gradient with respect to `x`.

    x, y: arrays of floats, any shape, both the same.

    Returns ((loss, residuals), gradient): a tuple of two, whose first part is itself a tuple of two. The loss is the
    scalar `sum_squared_error(x, y)`; residuals (x - y) and gradient have the shape of `x`.
    """
    ### BEGIN SOLUTION
    return jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
    ### END SOLUTION


# %%
check("loss_grad_and_residuals")

# %% [markdown]
# ## 5. Many extras, one aux
#
# There is only room for *one* aux: JAX wants exactly two things from your function. But that one may be any pytree, so
# put whatever you like into a tuple or, better, into a dict with good names.
#
# A useful pattern: define the function **inside** the one that differentiates it. It then sees the data of the outer
# function, and has only one argument left, the one to differentiate by.


# %%
def push_of_wind(sails, wind):
    def power(sails):
        lift = wind * jnp.sin(sails)
        return jnp.sum(lift), {"lift": lift, "weakest": jnp.min(lift)}

    return jax.grad(power, has_aux=True)(sails)


sail_gradient, report = push_of_wind(jnp.array([0.1, 0.5, 1.2]), 8.0)

print("gradient:", sail_gradient)
for name, extra in report.items():
    print(f"{name}: {extra}")

# %% [markdown]
# **Your turn.** Return the gradient of `linear_loss`, and with it a dict of three metrics, the kind you watch while a
# model trains.


# %% task="grad_with_metrics"
def grad_with_metrics(params, x, y):
    """The gradient of `linear_loss(params, x, y)` with respect to `params`, and what to watch.

    params: {"w": (d,), "b": ()}, a dict of arrays of floats.
    x: an array of floats, shape (n, d). y: an array of floats, shape (n,).

    Returns a tuple (grads, metrics). `grads` is a dict like `params`; `metrics` is a dict with exactly these keys:
        "loss":           the value of `linear_loss`, a scalar
        "max_abs_error":  the largest of the absolute errors |prediction - y|, a scalar
        "predictions":    x @ w + b, shape (n,)
    """

    ### BEGIN SOLUTION
    def loss_and_metrics(params):
        predictions = x @ params["w"] + params["b"]
        errors = predictions - y
        loss = jnp.mean(errors**2)
        return loss, {"loss": loss, "max_abs_error": jnp.max(jnp.abs(errors)), "predictions": predictions}

    return jax.grad(loss_and_metrics, has_aux=True)(params)
    ### END SOLUTION


# %%
check("grad_with_metrics")

# %% [markdown]
# ## 6. A tool for any function
#
# Functions can be arguments like anything else. So you can write a tool once and use it for every function to come.
# This one asks how steep any function is, at any point, in any shape:


# %%
def steepness(f, point):
    gradient = jax.grad(f)(point)
    return jnp.sqrt(jnp.sum(gradient**2))


print("a bowl: ", steepness(lambda p: jnp.sum(p**2), jnp.array([3.0, 4.0])))
print("a slope:", steepness(lambda p: 2.0 * p[0, 0], jnp.ones((2, 2))))

# %% [markdown]
# The tool never looks inside `f`. It does not care about names, shapes or formulas, and so it works for all of them.
#
# **Your turn.** JAX's nesting `((value, aux), gradient)` is exact, but some find it hard to read. Write a tool that
# gives the three in a flat tuple: value, aux, gradient. It should work for any function that returns a value and an
# aux, whatever that aux may be: an array, a dict, a list, a plain number, even `None`.


# %% task="value_aux_and_grad"
def value_aux_and_grad(f, x):
    """The value, the auxiliary data and the gradient of `f` at `x`, as a flat tuple.

    f: any function of one array with f(x) = (value, aux). The value is a float scalar. The aux is any pytree; its
       leaves may be arrays, numbers or None. `f` may use `if` on its input, so do not `jit` it.
    x: an array of floats, any shape.

    Returns a tuple of three (value, aux, gradient): the aux in the structure that `f` gave it, the gradient of the
    value with the shape of `x`. By automatic differentiation: finite differences do not count here.
    """
    ### BEGIN SOLUTION
    (value, aux), gradient = jax.value_and_grad(f, has_aux=True)(x)
    return value, aux, gradient
    ### END SOLUTION


# %%
check("value_aux_and_grad")

# %% [markdown]
# Your tool is ready for use. Does it know what to do with `spread`?

# %%
print(value_aux_and_grad(spread, marks))

# %% [markdown]
# ## What you learned
#
# | you call | you get |
# |---|---|
# | `jax.grad(f)(x)` | `gradient` |
# | `jax.value_and_grad(f)(x)` | `(value, gradient)` |
# | `jax.grad(f, has_aux=True)(x)` | `(gradient, aux)` |
# | `jax.value_and_grad(f, has_aux=True)(x)` | `((value, aux), gradient)` |
#
# - The value costs nothing extra: it was computed anyway.
# - A function with aux returns exactly two things, the value first. More extras go into one aux, best into a dict.
# - Do not smuggle results out through a list or a global. Return them.
#
# Next, in `04_pure`: why JAX arrays cannot be changed, and why you will come to like it.
