#!/usr/bin/env python

# coding: utf-8

# # 5 · A first training loop
# 
# Here everything comes together: arrays, gradients and pure functions. You take a cloud of noisy points and let JAX
# find the line through them. The very same few steps, with bigger models, train the networks you read about.
# 
# **You will learn**
# 
# - how a model and a loss become two short functions;
# - what one step of *gradient descent* is, and why a thousand of them find the line;
# - how to make the loop fast with `jax.jit`;
# - how to update a whole dictionary of parameters at once with `jax.tree.map`;
# - how to look at the result.
# 
# **Time:** about one hour, six tasks.
# 
# Each task has a cell to fill in and a cell that checks it. Stuck? Type `hint("model")` in a new cell, with the name of
# your task; each call takes you one step further.

# In[ ]:


import jax
import jax.numpy as jnp
import matplotlib.pyplot as plt
import numpy as np

from autograder import check, hint


# In[ ]:


get_ipython().run_line_magic('matplotlib', 'inline')


# ## The data
# 
# `make_data(seed, n)` makes `n` points near the line `y = 3 x - 1`, with a little noise. We will pretend not to
# know the 3 and the -1: these two numbers are what the training has to find.

# In[ ]:


def make_data(seed, n):
    """Return `n` noisy points near the line y = 3 x - 1, as two NumPy arrays of shape (n,)."""
    rng = np.random.default_rng(seed)
    xs = rng.normal(size=n)
    noise = rng.normal(size=n)
    ys = 3 * xs - 1 + 0.1 * noise
    return xs, ys


# In[ ]:


xs, ys = make_data(seed=0, n=100)
print("shapes:", xs.shape, ys.shape)

fig, ax = plt.subplots()
ax.scatter(xs, ys, s=15)
ax.set_xlabel("x")
ax.set_ylabel("y")
ax.set_title("The data")
plt.show()


# ## 1 · The model
# 
# A **model** is a function that makes a prediction from an input `x` and some numbers that can be adjusted, its
# **parameters**. People like to call the parameters `theta`. When they are few, one small array holds them all.
# 
# Put `theta` first. `jax.grad` differentiates with respect to the first argument, and that is the one we want to
# adjust. Here is a model with three parameters, a parabola:

# In[ ]:


def parabola(theta, x):
    a, b, c = theta  # unpacking works for arrays, too
    return a * x**2 + b * x + c


print(parabola(jnp.array([1.0, 0.0, 2.0]), np.array([0.0, 1.0, 2.0])))


# There is no loop over `x`: NumPy and JAX calculate with the whole array at once.
# 
# **Your turn.** The model of a straight line, with slope `w` and height `b`.

# In[ ]:


def model(theta, x):
    """Return the line's height w * x + b at every `x`.

    theta:   an array (NumPy or JAX) of shape (2,), the parameters [w, b]
    x:       an array of floats of any shape
    returns: an array of the shape of `x`; JAX must be able to differentiate it
    """
    w, b = theta
    return w * x + b


# In[ ]:


check("model")


# ## 2 · The loss
# 
# How good is a line? A **loss** answers with a single number: the smaller, the better. It compares the predictions with
# the true `y`. One such comparison is the mean *absolute* error:

# In[ ]:


def mean_absolute_error(predictions, y):
    return jnp.mean(jnp.abs(predictions - y))


print(mean_absolute_error(jnp.array([1.0, 2.0, 3.0]), jnp.array([1.0, 2.0, 6.0])))


# Mind the shapes. If one side is `(n,)` and the other `(n, 1)`, then broadcasting compares *every* prediction with
# *every* y. There is no error, only a wrong number:

# In[ ]:


predictions = jnp.array([1.0, 2.0, 3.0])
column = predictions[:, None]  # the same numbers, of shape (3, 1)

print("difference of equals:", (predictions - predictions).shape, mean_absolute_error(predictions, predictions))
print("with a column:       ", (predictions - column).shape, mean_absolute_error(predictions, column))


# **Your turn.** The loss of our line is the mean *squared* error: the average of the squares of
# `model(theta, x) - y`. Squares are smooth everywhere, and they make large errors count more.

# In[ ]:


def loss_fn(theta, x, y):
    """Return the mean squared error of the model's predictions.

    theta:   an array (NumPy or JAX) of shape (2,), the parameters [w, b]
    x, y:    arrays of floats of shape (n,)
    returns: a scalar, the mean over all n points; JAX must be able to differentiate it (so use `jnp`, not `np`)
    """
    return jnp.mean((model(theta, xs) - ys) ** 2)


# In[ ]:


check("loss_fn")


# ## 3 · One step downhill
# 
# Think of the loss as a landscape over the parameters, and of the training as a walk down into the valley. The gradient
# points uphill, the steepest way. So take a small step the other way:
# 
# > new parameters = old parameters − learning rate × gradient
# 
# This is **gradient descent**. The *learning rate* `lr` says how long a step is.
# 
# | NumPy's way | JAX's way |
# |---|---|
# | work out the gradient on paper and program it | `jax.grad(loss)` is the gradient |
# | often edits in place: `theta -= lr * g` | returns new parameters, the old ones stay |
# 
# A landscape with one parameter is a simple bowl. Its lowest point is at 4:

# In[ ]:


def bowl(position):
    return (position - 4.0) ** 2


position = 0.0
for _ in range(5):
    slope = jax.grad(bowl)(position)
    position = position - 0.25 * slope
    print(f"slope {slope:6.2f}   so we move to {position:.3f}")


# The nearer the bottom, the flatter the slope and the shorter the steps.
# 
# **Your turn.** One step for our line, on the landscape of `loss_fn`.

# In[ ]:


@jax.jit
def update(theta, x, y, lr=0.1):
    """Take one step of gradient descent on `loss_fn` and return the new parameters.

    theta:   an array (NumPy or JAX) of floats of shape (2,), the parameters [w, b]; it must not change
    x, y:    arrays of floats of shape (n,)
    lr:      the learning rate, a number
    returns: an array of shape (2,), theta minus lr times the gradient of the loss with respect to theta
    """
    return theta - lr * jax.grad(loss_fn)(theta, x, y)


# In[ ]:


check("update")


# Let your function take a few steps. The loss should fall at each one:

# In[ ]:


theta = jnp.array([0.0, 0.0])
for _ in range(5):
    print("theta", theta, "loss", loss_fn(theta, xs, ys))
    theta = update(theta, xs, ys)


# ## 4 · Training
# 
# Training is this step, many times over. Two tools make it comfortable.
# 
# `jax.value_and_grad(f)` gives you the value *and* the gradient in one go, and the value comes first. The value is the
# loss *before* the step, which is just what you want to write down.
# 
# `jax.jit(f)` compiles `f`. The first call is slower, because JAX traces and compiles; all later calls with the same
# shapes are fast. So call `jax.jit` **once, before the loop**. It works because our functions are pure.
# 
# Back to the bowl, where we keep a record of every place we visit:

# In[ ]:


bowl_and_slope = jax.jit(jax.value_and_grad(bowl))  # once, before the loop

position = jnp.array(0.0)
visited = []
for _ in range(40):
    height, slope = bowl_and_slope(position)
    position = position - 0.05 * slope
    visited.append(position)
visited = jnp.array(visited)  # a list of numbers becomes one array

print("the last height:", height)
print("visited:", visited.shape, "from", visited[0], "to", visited[-1])


# The list grows in the loop, in plain Python, and not inside the compiled function. There it would be a side effect,
# and you would collect *tracers* instead of numbers.
# 
# How much does `jit` help? See for yourself:

# In[ ]:


import time

for name, function in [("plain", jax.value_and_grad(bowl)), ("jit", bowl_and_slope)]:
    began = time.perf_counter()
    for _ in range(50):
        function(position)
    print(f"{name:>5}: {1000 * (time.perf_counter() - began):6.1f} ms for 50 calls")


# **Your turn.** Train the line, and keep the losses. `jit` is there to save you time; the check does not ask for it.

# In[ ]:


def train(theta, x, y, steps=1000, lr=0.1):
    """Take `steps` steps of gradient descent on `loss_fn`; return the last parameters and the losses on the way.

    theta:   an array (NumPy or JAX) of floats of shape (2,), where to start; it must not change
    x, y:    arrays of floats of shape (n,)
    steps:   how many steps, an integer, 1 or more
    lr:      the learning rate, a number
    returns: the pair (theta, losses), two arrays of shape (2,) and (steps,); each loss is taken before its step,
             so losses[0] belongs to the theta we started from
    """
    losses = []
    for step in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr=lr)
    return theta, jnp.array(losses)


# In[ ]:


check("train")


# This is the moment. Train, and see whether the 3 and the -1 come out:

# In[ ]:


start = jnp.array([0.0, 0.0])
theta, losses = train(start, xs, ys, steps=200)
print("theta:", theta)

fig, ax = plt.subplots()
ax.plot(losses)
ax.set_yscale("log")
ax.set_xlabel("step")
ax.set_ylabel("loss")
ax.set_title("The loss falls")
plt.show()


# The loss falls quickly and then stays level. What is left is the noise, and no line can remove that.
# Try other learning rates: `lr=0.01` needs more steps, and with `lr=1.2` you leap across the valley and out of it.
# 
# ## 5 · Parameters in a dictionary
# 
# With two parameters one array is enough. Larger models give names to theirs and keep them in a dictionary. Here is
# the same loss for such parameters:

# In[ ]:


def params_loss(params, x, y):
    """The mean squared error of the line params["w"] * x + params["b"]; x, y: (n,); w, b: scalars."""
    predictions = params["w"] * x + params["b"]
    return jnp.mean((predictions - y) ** 2)


# `jax.grad` does not mind: differentiate with respect to a dictionary and you get a dictionary, with a gradient at
# each key. But Python cannot calculate with dictionaries; `0.1 * grads` is a TypeError.
# 
# `jax.tree.map(f, d)` calls `f` on every number or array in `d`, however deeply nested, and builds a new dictionary
# from the results. With two dictionaries of the same structure, `f` gets the entries that belong together:

# In[ ]:


monday = {"tea": 4, "coffee": {"black": 10, "white": 6}}
tuesday = {"tea": 8, "coffee": {"black": 20, "white": 8}}

print(jax.tree.map(lambda cups: 2 * cups, monday))
print(jax.tree.map(lambda m, t: (m + t) / 2, monday, tuesday))


# The entries are matched by their keys. Do not match them by their order, as in `zip(params.values(), grads.values())`:
# JAX hands dictionaries back with their keys sorted, so the order need not be yours.

# In[ ]:


point = {"y": 1.0, "x": 2.0}
print("the parameters:", list(point))
print("the gradient:  ", list(jax.grad(lambda p: p["x"] ** 2 + 5 * p["y"])(point)))


# **Your turn.** One step of gradient descent for `params_loss`.

# In[ ]:


def update_params(params, x, y, lr=0.1):
    """Take one step of gradient descent on `params_loss` and return the new parameters.

    params:  a dictionary {"w": ..., "b": ...} of floats of shape (), in any order; it must not change
    x, y:    arrays of floats of shape (n,)
    lr:      the learning rate, a number
    returns: a new dictionary with the same keys; w and b both moved, each by -lr times its gradient at the old params
    """
    grads = jax.grad(params_loss)(params, x, y)
    return params - lr * grads


# In[ ]:


check("update_params")


# Fifty of your steps find the same line:

# In[ ]:


params = {"w": jnp.array(0.0), "b": jnp.array(0.0)}
for _ in range(50):
    params = update_params(params, xs, ys, lr=0.2)
print("w:", params["w"], "b:", params["b"])


# ## 6 · Look at it
# 
# A number says how good the fit is; a picture says whether you should believe it. In Matplotlib, `plt.subplots()` gives
# you a figure and a fresh **Axes**, the frame you draw in. You draw with its methods, and whoever gets the Axes can go
# on drawing.

# In[ ]:


def plot_tide(hours):
    _, ax = plt.subplots()  # a fresh frame, at every call
    ax.plot(hours, np.cos(hours / 2), color="tab:blue", label="the tide")
    ax.set_xlabel("time in hours")
    ax.set_ylabel("water level in metres")
    ax.legend()
    return ax


ax = plot_tide(np.linspace(0, 24, 100))
ax.set_title("Whoever has the Axes can add a title")
plt.show()


# A straight line needs only two points: its height at the least `x` and at the greatest `x`.
# 
# **Your turn.** Plot the data and your model's line over it.

# In[ ]:


def plot_fit(theta, x, y):
    """Plot the data as points and the model's line over them, and return the Axes.

    theta:   an array (NumPy or JAX) of shape (2,), the parameters [w, b]; plot this line, without fitting anew
    x, y:    arrays of floats of shape (n,), in any order; they must not change
    returns: a fresh Matplotlib Axes at every call, with
             - the n points: `ax.scatter`, or `ax.plot` with markers and no line
             - the line w * x + b from the least to the greatest x (or `ax.axline`)
             - a label on the x axis and a label on the y axis
    """
    fig, ax = plt.subplots()
    ax.scatter(x, y, marker="+")
    order = np.argsort(x)
    ax.plot(x[order], model(theta, x[order]), "r-")
    ax.set_xlabel("input")
    ax.set_ylabel("output")
    return ax


# In[ ]:


check("plot_fit")


# Before the training and after it:

# In[ ]:


plot_fit(start, xs, ys).set_title("before")
plot_fit(theta, xs, ys).set_title("after")
plt.show()


# ## What you learned
# 
# - A model predicts, a loss measures, a gradient says which way to go.
# - One step of **gradient descent** is `theta - lr * gradient`: new parameters, the old ones untouched.
# - `jax.value_and_grad` gives you the loss along with the gradient; `jax.jit`, called once before the loop, makes the
#   loop fast.
# - `jax.tree.map` calculates with whole dictionaries of parameters, and matches them by key.
# - Look at the loss curve, and look at the fit.
# 
# You started with `np` becoming `jnp`, and now you have trained a model. Models with millions of parameters are trained
# with this same loop. Well done!
