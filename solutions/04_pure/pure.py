# %% [markdown]
# # 4 · No side effects
#
# A function that takes its inputs, gives back its result and touches nothing else is called **pure**.
# JAX is built on pure functions. On this page you learn to write them, and they turn out to be short.
#
# **You will learn**
#
# - what a side effect is, and why JAX cannot follow one;
# - how to "change" an array that cannot be changed: `x.at[i].set(v)` and its relatives;
# - how to do the same for dictionaries and lists, where nothing warns you;
# - how a function can remember something without hiding it: state goes in, state comes out.
#
# **Time:** about 45 minutes, seven short tasks.
#
# Each task has a cell to fill in and a cell that checks it. Stuck? Type `hint("set_first")` in a new cell, with the
# name of your task; each call takes you one step further.

# %% role="provided"
import jax
import jax.numpy as jnp
import numpy as np

from autograder import check, hint

# %% [markdown]
# ## Why JAX wants pure functions
#
# `jax.grad` turns a function into a new one. So does `jax.jit`, which makes a function faster by compiling it.
# To do that, JAX calls your function with stand-ins for the numbers, called *tracers*, and writes down every
# calculation it sees done with them. This is called **tracing**. From then on `jit` runs what was written down, and
# your Python code is not called again for inputs of the same shape and dtype.
#
# A *side effect* is anything a function does besides returning its result: counting in a global, appending to
# a list, editing an array it was given. Side effects are not in what JAX wrote down. Watch one get lost:

# %%
calls = 0


@jax.jit
def double(x):
    global calls
    calls = calls + 1  # a side effect: it changes something outside the function
    return 2 * x


print(double(1.0), double(2.0), double(3.0))
print("called three times, counted:", calls)

# %% [markdown]
# The results are right and the count is wrong: the counting ran once, while JAX was tracing.
# A pure function has nothing that could get lost. It is also easier to test, and it never surprises its caller.
#
# ## 1 · Replace an entry
#
# A NumPy array can be edited in place. A JAX array cannot be changed at all; it is *immutable*. Here is what happens
# when you try:

# %%
jax_scores = jnp.array([4.0, 8.0, 15.0, 16.0])

try:
    jax_scores[2] = 0.0
except TypeError as error:
    print("TypeError:", error)

# %% [markdown]
# Read the message to its end: it tells you what to write instead. `x.at[i].set(v)` gives you a **new** array with the
# entry replaced, and `x` stays as it was. So keep the result; a line with only `x.at[i].set(v)` changes nothing.
#
# | NumPy's way | JAX's way |
# |---|---|
# | `x[i] = v` changes `x` | `y = x.at[i].set(v)` makes a new array |
# | `x[1:3] = v` | `y = x.at[1:3].set(v)` |
# | `x[:, 0] = v` | `y = x.at[:, 0].set(v)` |

# %%
jax_scores.at[2].set(0.0)  # the new array is thrown away here
print("still the same:", jax_scores)

capped = jax_scores.at[1:3].set(10.0)  # and kept here
print("the new one:   ", capped)
print("the old one:   ", jax_scores)

# %% [markdown]
# With a NumPy array there is no error, and that is worse. A function receives the *same* array its caller holds, so an
# edit inside the function silently reaches out and changes the caller's data:


# %%
def last_to_zero(x):
    x[-1] = 0.0  # edits the caller's array
    return x


def last_to_zero_pure(x):
    return jnp.asarray(x).at[-1].set(0.0)  # `.at` belongs to JAX arrays, so make it one first


measured = np.array([1.5, 2.5, 3.5])
print("the pure result:   ", last_to_zero_pure(measured))
print("my data, untouched:", measured)

last_to_zero(measured)
print("my data, changed:  ", measured)

# %% [markdown]
# Every function on this page must accept NumPy arrays and JAX arrays alike, and leave what it was given alone.
# `jnp.asarray(x)` turns either into a JAX array.
#
# **Your turn.** Replace the first entry. For a matrix, the first entry along axis 0 is its whole first row.


# %% task="set_first"
def set_first(x, value):
    """Return a copy of `x` whose first entry along axis 0 is `value`.

    x:       an array (NumPy or JAX) of shape (n, ...) with n >= 1, floats or integers; it must not change
    value:   a number, or an array of the shape of `x[0]`; never a float where `x` holds integers
    returns: an array of the shape of `x`; integers stay integers, floats stay floats
    """
    ### BEGIN SOLUTION
    return jnp.asarray(x).at[0].set(value)
    ### END SOLUTION


# %%
check("set_first")

# %% [markdown]
# ## 2 · Calculate with a part of an array
#
# `.at[...]` has relatives of `.set`. Each one takes the old entries, calculates, and gives you a new array.
#
# | NumPy changes `x` | JAX makes a new array |
# |---|---|
# | `x[i] += v` | `x.at[i].add(v)` |
# | `x[i] *= v` | `x.at[i].multiply(v)` |
# | `x[i] = np.maximum(x[i], v)` | `x.at[i].max(v)` |
#
# The index in the brackets can be anything you would write in NumPy: a number, a slice, `[:, 0]` for a column.

# %%
prices = jnp.array([[10, 20, 30], [40, 50, 60]])

print(prices.at[:, 0].add(5))  # first column, 5 more
print(prices.at[:, 1:].max(35))  # last two columns, at least 35
print(prices.dtype, "in,", prices.at[:, 0].add(5).dtype, "out")

# %% [markdown]
# **Your turn.** Multiply one row of a matrix and leave the others as they are.


# %% task="scale_row"
def scale_row(matrix, row, factor):
    """Return a copy of `matrix` with the entries of one row multiplied by `factor`.

    matrix:  an array (NumPy or JAX) of shape (n, d), floats or integers; it must not change
    row:     which row, an integer with 0 <= row < n
    factor:  a number; never a float where `matrix` holds integers
    returns: an array of shape (n, d); integers stay integers, floats stay floats
    """
    ### BEGIN SOLUTION
    return jnp.asarray(matrix).at[row].multiply(factor)
    ### END SOLUTION


# %%
check("scale_row")

# %% [markdown]
# ## 3 · Many places at once
#
# You can index with a whole array of places. What if one place occurs twice? NumPy's `x[places] *= 2` works on each
# place **once**, however often you name it. JAX's `x.at[places].multiply(2)` works **every** time it occurs.

# %%
places = np.array([0, 0, 2])

numpy_x = np.array([1, 1, 1])
numpy_x[places] *= 2
print("NumPy:", numpy_x, " place 0 was doubled once")

jax_x = jnp.array([1, 1, 1])
print("JAX:  ", jax_x.at[places].multiply(2), " place 0 was doubled twice")

# %% [markdown]
# Only `.set` cannot do anything sensible with a place that occurs twice: just one of the values can stay.
#
# One more thing to know, because there is no error to tell you. In JAX a place out of range raises no `IndexError`.
# Reading beyond the end gives you the last entry, and writing there does nothing.

# %%
print("reading place 9 of 3:", jnp.array([5, 6, 7])[9])
print("writing to place 9:  ", jnp.array([5, 6, 7]).at[9].set(0))

# %% [markdown]
# **Your turn.** Think of a row of money boxes: `x` says what is in each, and `amounts[k]` goes into box `indices[k]`.
# A box that occurs twice gets both amounts. (All places are in range here.)


# %% task="add_at"
def add_at(x, indices, amounts):
    """Return a copy of `x` with `amounts[k]` added at place `indices[k]`, for every k.

    x:       an array (NumPy or JAX) of shape (n,), floats or integers; it must not change
    indices: an integer array of shape (m,), each 0 <= index < n; a place that occurs twice gets both amounts
    amounts: an array of shape (m,); never floats where `x` holds integers
    returns: an array of shape (n,); integers stay integers, floats stay floats
    """
    ### BEGIN SOLUTION
    return jnp.asarray(x).at[indices].add(amounts)
    ### END SOLUTION


# %%
check("add_at")

# %% [markdown]
# ## 4 · Choose instead of overwrite
#
# In NumPy you may be used to overwriting all entries that meet a condition. In JAX you describe the result instead:
# *where the condition holds take this, elsewhere take that*.
#
# | NumPy changes `x` | JAX makes a new array |
# |---|---|
# | `x[x == -999] = 0` | `jnp.where(x == -999, 0, x)` |

# %%
readings = np.array([3, -999, 12, -999, 7])  # -999 means: the sensor was off
print("filled:  ", jnp.where(readings == -999, 0, readings))
print("original:", readings)

# %% [markdown]
# Why not multiply by the condition, `x * (x != -999)`? Because `inf * 0` is not 0 but `nan`, "not a number".
# Adding has its own trap: the sum of two very large floats is `inf`. Choosing has neither problem.
#
# Mind the dtype, too: with `0` integers stay integers, with `0.0` they would become floats.

# %%
print("multiplying:", jnp.inf * 0)
print("choosing:   ", jnp.where(False, jnp.inf, 0))
print("with 0:     ", jnp.where(readings == -999, 0, readings).dtype)
print("with 0.0:   ", jnp.where(readings == -999, 0.0, readings).dtype)

# %% [markdown]
# **Your turn.** Set the negative entries to 0 and keep all others. There are several good ways: choose, or ask yourself
# which of two numbers is the larger one.


# %% task="zero_negatives"
def zero_negatives(x):
    """Return a copy of `x` with every negative entry replaced by 0.

    x:       an array (NumPy or JAX) of any shape, floats or integers; it must not change
             It may hold inf, -inf (which becomes 0) and the largest floats there are; all other entries stay exact.
    returns: an array of the shape of `x`; integers stay integers, floats stay floats
    """
    ### BEGIN SOLUTION
    return jnp.maximum(x, 0)
    ### END SOLUTION


# %%
check("zero_negatives")

# %% [markdown]
# ## 5 · Dictionaries in dictionaries
#
# The numbers that a model learns, its *parameters*, often live in a nested dictionary: `params["hidden"]["w"]`.
# JAX arrays protect themselves, but dictionaries do not. `d["key"] = v` changes the caller's dictionary, without an
# error, even if everything in it is a JAX array.
#
# | changes the caller's dictionary | makes a new one |
# |---|---|
# | `d["key"] = v` | `{**d, "key": v}` |
# | `del d["key"]` | `{k: v for k, v in d.items() if k != "key"}` |
#
# Read `{**d, "key": v}` as "everything in `d`, but with `v` at `key`".

# %%
shop = {"apples": 3, "pears": 5}
after_delivery = {**shop, "pears": 50, "plums": 20}

print("new:", after_delivery)
print("old:", shop)

# %% [markdown]
# Now the trap. `dict(d)`, `d.copy()` and `{**d}` are **shallow** copies: the outer dictionary is new, but the
# dictionaries inside it are the very same objects. Write into one of those, and the original changes with it:

# %%
garden = {"front": {"roses": 2}, "back": {"tulips": 9}}

copied = dict(garden)  # a new outer dictionary ...
copied["front"]["roses"] = 100  # ... around the old inner ones
print("the original:", garden)

print("the same inner dictionary?", copied["front"] is garden["front"])

# %% [markdown]
# So make a new dictionary at every level that you change. What you do not change may be shared, since nobody will
# write into it.
#
# **Your turn.** Put `value` at `params[layer][name]`, in a new nested dictionary.


# %% task="with_entry"
def with_entry(params, layer, name, value):
    """Return a new nested dictionary, equal to `params` but with `value` at `[layer][name]`.

    params:  a dictionary of dictionaries of arrays; it must not change, at any depth
    layer:   a key of `params`
    name:    a key of `params[layer]`, or a new one
    value:   the array to put there
    returns: a dictionary of dictionaries with all other layers and names as they were (unchanged layers may be shared)
    """
    ### BEGIN SOLUTION
    return {**params, layer: {**params[layer], name: value}}
    ### END SOLUTION


# %%
check("with_entry")

# %% [markdown]
# ## 6 · Lists
#
# Lists behave like dictionaries: some ways of working change the list in place, others make a new one. A method that
# changes its list usually returns `None`, and that is a good way to recognise it.
#
# | changes the caller's list | makes a new one |
# |---|---|
# | `items.sort()` | `sorted(items)` |
# | `items.reverse()` | `items[::-1]` |
# | `items.insert(0, a)` | `[a, *items]` |
# | `items += [a, b]` | `items + [a, b]` |
#
# Look at the last line twice: `items = items + more` makes a new list, while `items += more` changes the old one.

# %%
queue = ["Bea", "Cem"]

print("new:", ["Ada", *queue])
print("old:", queue)

print("what .insert returns:", queue.insert(0, "Ada"))
print("and what it did:     ", queue)

# %% [markdown]
# **Your turn.** Give back a list with one more item at its end.


# %% task="appended"
def appended(history, item):
    """Return a new list with the items of `history`, followed by `item`.

    history: a list, perhaps empty; it must not change
    item:    anything; it becomes one item, even if it is a list itself
    returns: a new list, one item longer
    """
    ### BEGIN SOLUTION
    return [*history, item]
    ### END SOLUTION


# %%
check("appended")

# %% [markdown]
# ## 7 · State goes in, state comes out
#
# Sometimes a function must remember: how many steps were taken, what the best result was so far. What is remembered is
# called **state**. It is tempting to hide it in a global or in an object, and you saw at the top of this page
# how JAX loses sight of it there.
#
# The pure way is open and simple. The function *takes* the old state as an argument and *returns* the new state beside
# its result. The caller carries the state from one call to the next.
#
# | state hidden | state in the open |
# |---|---|
# | `best = 0.0` as a global, changed inside | `best` is an argument |
# | `record = is_record(x)` | `best, record = is_record(best, x)` |


# %%
def is_record(best, x):
    """The best number so far, and whether `x` is a new record."""
    return max(best, x), x > best


best = 0.0  # the first state
for jump in [6.9, 7.4, 7.1, 8.0]:
    best, record = is_record(best, jump)  # old state in, new state out
    print(f"{jump} m, best so far {best} m", "(a record!)" if record else "")

# %% [markdown]
# State can have several parts; then pass it as a tuple, and unpack it with `a, b = state`.
#
# **Your turn.** The mean of all numbers seen so far. It is enough to remember how many there were, and their sum.


# %% task="running_mean"
def running_mean(state, x):
    """Take one more number into account and return the new state and the mean of all numbers seen so far.

    state:   a pair (count, total): how many numbers were seen and their sum, as Python numbers or JAX scalars;
             before the first number it is (0, 0.0). It must not change.
    x:       the next number
    returns: the pair (new_state, mean), where new_state is again a pair (count, total); both include `x`
    """
    ### BEGIN SOLUTION
    count, total = state
    count, total = count + 1, total + x
    return (count, total), total / count
    ### END SOLUTION


# %%
check("running_mean")

# %% [markdown]
# With your function you can now follow a mean through a stream of numbers, and nothing is hidden anywhere:

# %%
state = (0, 0.0)
for number in [2.0, 4.0, 9.0]:
    state, mean = running_mean(state, number)
    print("state", state, "mean", mean)

# %% [markdown]
# ## What you learned
#
# - A **pure** function returns its result and does nothing else. JAX traces functions, and side effects are lost in
#   tracing.
# - JAX arrays cannot change: `x.at[i].set(v)`, `.add`, `.multiply`, `.max` give you a new array. Keep it!
# - NumPy arrays, dictionaries and lists *can* change, silently, and the caller's along with them.
#   Copies such as `dict(d)` are shallow: make every level new that you change.
# - `jnp.where` and its kin choose instead of overwriting.
# - State goes in as an argument and comes out beside the result.
#
# Next comes what all this is for: the first model that you train yourself.
