# %% [markdown]
# # NumPy becomes JAX
#
# JAX is NumPy that can differentiate itself and run on a GPU. You write `jnp` where you used to write `np`, and
# nearly everything you know still works. This page shows you the "nearly".
#
# **You will learn** how to
# - turn ordinary numbers into JAX arrays, and choose their dtype,
# - move NumPy code to `jax.numpy`,
# - replace loops by broadcasting,
# - count and encode with comparisons.
#
# **You need** Python and a little NumPy. **It takes** about 40 minutes.
#
# **How a page works.** Read, run the worked example (Shift+Enter), then write the function below it: put your code
# in place of `raise NotImplementedError()`. The `check` cell underneath tells you how you did, as often as you like.
# Stuck? `hint("as_float32")` in a cell of your own gives you a small push; run it again for a bigger one.

# %% [markdown]
# **Four house rules**, the same on every page:
#
# 1. "Array" means a NumPy array or a JAX array. Your function takes either.
# 2. Your function leaves the world as it found it: it changes no argument and nothing outside itself, and the same
#    inputs always give the same answer. (`04_pure` tells you why JAX cares so much.)
# 3. Your function may use its arguments, the imports, the provided helpers, and functions you wrote for other tasks.
#    It must not need the worked examples: they do not run when your page is graded.
# 4. Any way to the right values counts, unless the task says otherwise. Small rounding differences are fine, and you
#    never need `jax.jit`.

# %% deletable=false editable=false jax101={"role": "provided"} nbgrader={"cell_type": "code", "checksum": "247d7feab222be6cd3c0453afa579c5c", "grade": false, "grade_id": "provided-1", "locked": true, "schema_version": 3, "solution": false, "task": false}
import jax
import jax.numpy as jnp
import numpy as np

from autograder import check, hint

# %% [markdown]
# ## 1. A JAX array
#
# `jnp.array` makes a JAX array, just as `np.array` makes a NumPy array. Its type is called `jax.Array`.
#
# The first difference hides in the **dtype**, the kind of number an array holds. NumPy stores decimal numbers as
# `float64`: 64 bits, about 16 digits. JAX prefers `float32`: half the memory, about 7 digits, and much faster on a GPU.

# %% jax101={"digest": "616a1bb18b5f8878", "role": "demo"}
heights_np = np.array([1.62, 1.75, 1.88])  # NumPy's way
heights_jax = jnp.array([1.62, 1.75, 1.88])  # JAX's way

print("NumPy:", heights_np.dtype, "| a jax.Array?", isinstance(heights_np, jax.Array))
print("JAX:  ", heights_jax.dtype, "| a jax.Array?", isinstance(heights_jax, jax.Array))

# %% [markdown]
# Without a word from you, the dtype follows the values: whole numbers become integers, decimal numbers become floats.
# If you want another one, name it with `dtype=`. Here the answers to a quiz, true or false, become integers:

# %% jax101={"digest": "ed5ac01324849d42", "role": "demo"}
answers = [True, False, True]

print(jnp.array(answers))
print(jnp.array(answers, dtype=jnp.int32))


# %% [markdown]
# **Your turn.** Write `as_float32`, a front door for your data: whatever comes in, a `float32` JAX array goes out.

# %% deletable=false jax101={"role": "task"} nbgrader={"cell_type": "code", "checksum": "fb5041991b9843455789cfa6ede6aaad", "grade": false, "grade_id": "as_float32-solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def as_float32(values):
    """Turn `values` into a JAX array of float32.

    values: a number, a list or tuple of numbers (nested ones too), a NumPy array or a JAX array; ints or floats.

    Returns a `jax.Array` (a NumPy array will not do) of dtype float32 with the same shape and values.
    A single number becomes an array of shape ().
    """
    return jnp.array(values).astype(jnp.float32)


# %% deletable=false editable=false jax101={"role": "check"} nbgrader={"cell_type": "code", "checksum": "47f26b7edbd1144b6e28f869a4922cbc", "grade": true, "grade_id": "as_float32", "locked": true, "points": 3.0, "schema_version": 3, "solution": false, "task": false}
check("as_float32")

# %% [markdown]
# ## 2. The same functions, in `jnp`
#
# `np.mean`, `np.max`, `np.exp`: they all have a twin of the same name in `jnp`. So moving code to JAX is mostly a
# matter of one letter. Here a row of sound levels is rescaled, so that the quietest becomes 0 and the loudest 1:

# %% jax101={"digest": "f911f1c91cec7808", "role": "demo"}
levels_np = np.array([40.0, 55.0, 70.0, 100.0])
levels_jax = jnp.array(levels_np)

print("NumPy:", (levels_np - np.min(levels_np)) / (np.max(levels_np) - np.min(levels_np)))
print("JAX:  ", (levels_jax - jnp.min(levels_jax)) / (jnp.max(levels_jax) - jnp.min(levels_jax)))

# %% [markdown]
# Two things to know:
#
# - `jnp` functions take arrays, NumPy's as well as JAX's. They do **not** take lists, which NumPy quietly converts.
#   JAX tells you so, because converting a long list is slow:

# %% jax101={"digest": "b3b7bcfe5f5a40c3", "role": "demo"}
print("NumPy:", np.sum([1.0, 2.0]))
try:
    jnp.sum([1.0, 2.0])
except TypeError as error:
    print("JAX:  ", error)

# %% [markdown]
# - With about 7 digits, the order of your steps matters. Subtracting two large, nearly equal numbers leaves only
#   rounding behind. So **subtract first, square later**:

# %% jax101={"digest": "3a7510acc52bef5d", "role": "demo"}
far_out = jnp.array([1000.0, 1000.1])  # the squared difference is 0.01

print("subtract, then square:", (far_out[1] - far_out[0]) ** 2)
print("square, then subtract:", far_out[1] ** 2 - 2 * far_out[0] * far_out[1] + far_out[0] ** 2)


# %% [markdown]
# **Your turn.** To *standardize* data means: subtract the mean, then divide by the standard deviation. Afterwards the
# data has mean 0 and standard deviation 1, and that is how many models like it best.

# %% deletable=false jax101={"role": "task"} nbgrader={"cell_type": "code", "checksum": "69ed1f9d21d896767f4e30e6a626ed3c", "grade": false, "grade_id": "standardize-solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def standardize(x):
    """Shift and scale `x` to mean 0 and standard deviation 1.

    x: an array of any shape, ints or floats. Its standard deviation is greater than 0, and its mean is at most
       100 standard deviations away from 0.

    Returns (x - mean) / std: an array of floats with the shape of `x`. Mean and std go over all entries, and std is
    the population's (divide by the number of entries), the one that `jnp.std` computes unless told otherwise.
    """
    return (x - x.mean()) / x.std()


# %% deletable=false editable=false jax101={"role": "check"} nbgrader={"cell_type": "code", "checksum": "f84aff365fb4abee5c9083d8e9b8187b", "grade": true, "grade_id": "standardize", "locked": true, "points": 4.0, "schema_version": 3, "solution": false, "task": false}
check("standardize")

# %% [markdown]
# ## 3. Broadcasting instead of loops
#
# When two shapes differ, NumPy and JAX line them up **from the right**. An axis of length 1 is stretched to fit the
# other. That is *broadcasting*, and it makes tables out of rows and columns.
#
# `None` in an index adds an axis of length 1. So a row `(3,)` becomes a column `(3, 1)`, and the column together with
# a row `(4,)` gives a table `(3, 4)`:

# %% jax101={"digest": "d38854f76a0cb751", "role": "demo"}
prices = jnp.array([2.0, 3.0, 5.0])  # (3,)
amounts = jnp.array([1, 2, 10, 100])  # (4,)

print("with loops:")
print(np.array([[price * amount for amount in [1, 2, 10, 100]] for price in [2.0, 3.0, 5.0]]))
print("by broadcasting:", prices[:, None].shape, "with", amounts.shape)
print(prices[:, None] * amounts)

# %% [markdown]
# It works with any number of axes. Write the shapes above each other, aligned at the right, and look at each column:
# the lengths must be equal, or one of them must be 1.
#
#     colours   (5, 1, 3)
#     lights       (2, 3)
#     result    (5, 2, 3)

# %% jax101={"digest": "906d65612054e1fe", "role": "demo"}
colours = np.ones((5, 3))
lights = np.ones((2, 3))

lit = jnp.multiply(colours[:, None, :], lights)
print("every colour under every light:", lit.shape)
print("their brightness, summed over the last axis:", jnp.sum(lit, axis=-1).shape)


# %% [markdown]
# **Your turn.** Given two sets of points, compute the squared distance from every point of the one to every point of
# the other. For points $p$ and $q$ it is $\sum_k (p_k - q_k)^2$. Think of the shapes first: which one has all the
# differences in it? And remember: subtract first, square later.

# %% deletable=false jax101={"role": "task"} nbgrader={"cell_type": "code", "checksum": "06e124809d25792ce1f4aa873e122f1b", "grade": false, "grade_id": "squared_distances-solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def squared_distances(a, b):
    """The squared Euclidean distance between every point of `a` and every point of `b`.

    a: an array of floats, shape (n, d): n points, one in each row.
    b: an array of floats, shape (m, d): m points with as many coordinates.

    Returns an array of floats, shape (n, m): entry [i, j] is the squared distance between a[i] and b[j].
    """
    # |p - q|^2 = |p|^2 - 2 p.q + |q|^2, so one matrix product does nearly all of the work
    # (I measured it: faster than the big difference table)
    a, b = jnp.asarray(a), jnp.asarray(b)
    return jnp.sum(a**2, axis=1)[:, None] - 2 * a @ b.T + jnp.sum(b**2, axis=1)


# %% deletable=false editable=false jax101={"role": "check"} nbgrader={"cell_type": "code", "checksum": "b228c4a39bfffc6da3345676966a7e74", "grade": true, "grade_id": "squared_distances", "locked": true, "points": 5.0, "schema_version": 3, "solution": false, "task": false}
check("squared_distances")

# %% [markdown]
# ## 4. Comparisons are arrays, too
#
# `x < 0` compares every entry and gives an array of `True` and `False`, in the shape of `x`. In arithmetic, `True`
# counts as 1 and `False` as 0. So questions about data become sums and means of comparisons:

# %% jax101={"digest": "81e51080f6dcd6d9", "role": "demo"}
nights = jnp.array([[-4.0, 1.5, -0.5], [3.0, 0.0, -2.0]])  # degrees
frost = nights < 0

print(frost)
print("Was there frost at all?      ", jnp.any(frost))
print("In which share of the nights?", jnp.mean(frost))

# %% [markdown]
# In NumPy you might pick out the entries first and then look at how many are left. JAX likes the comparison better:
# its shape is known before the values are, and that is what JAX needs to make code fast.

# %% jax101={"digest": "00596e8c6e0e0e83", "role": "demo"}
nights_np = np.array(nights)

print("NumPy's way:", len(nights_np[nights_np < 0]) / nights_np.size)
print("JAX's way:  ", jnp.mean(nights < 0))


# %% [markdown]
# **Your turn.** Count the entries above a threshold. *Strictly* above: an entry equal to the threshold does not count.

# %% deletable=false jax101={"role": "task"} nbgrader={"cell_type": "code", "checksum": "611c6398ff91cb9bfbb2361c747df66e", "grade": false, "grade_id": "count_above-solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def count_above(x, threshold):
    """Count the entries of `x` that are strictly greater than `threshold`.

    x: an array of any shape, ints or floats.
    threshold: a number.

    Returns an integer scalar: one count for the whole array, of an integer dtype and shape ().
    """
    return jnp.count_nonzero(x > threshold)


# %% deletable=false editable=false jax101={"role": "check"} nbgrader={"cell_type": "code", "checksum": "922be35317b08eb3a5c0a04960e22e6d", "grade": true, "grade_id": "count_above", "locked": true, "points": 3.0, "schema_version": 3, "solution": false, "task": false}
check("count_above")

# %% [markdown]
# ## 5. Comparisons and broadcasting together
#
# Put the two ideas together and you can ask *every* row about *every* column at once. Three children stand in front of
# four rides, each with a least height. Who may ride what?

# %% jax101={"digest": "86732c3acb32c4b8", "role": "demo"}
children = jnp.array([98, 121, 140])  # (3,) cm
least_heights = jnp.array([90, 110, 130, 150])  # (4,) cm

may_ride = children[:, None] >= least_heights
print(may_ride)

# %% [markdown]
# `.astype` turns such an array into numbers. It makes a new array; the old one stays as it was.

# %% jax101={"digest": "16be04faeb3f1bf7", "role": "demo"}
print(may_ride.astype(jnp.int32))
print("rides for each child:", may_ride.astype(jnp.int32).sum(axis=1))


# %% [markdown]
# **Your turn.** A model that tells cats, dogs and birds apart does not like the labels 0, 1, 2: nothing makes a bird
# "two cats". It likes a row for each label, all zeros but for a single 1 at the label's place. That is *one-hot*
# encoding. With 3 classes, the labels `[2, 0]` become
#
#     [[0., 0., 1.],
#      [1., 0., 0.]]
#
# A label without a place, such as 7 or -1 here, gives a row of zeros. (`jnp.arange(n)` counts 0, 1, …, n - 1.)

# %% deletable=false jax101={"role": "task"} nbgrader={"cell_type": "code", "checksum": "66b5c9ca1fa8fcc4db8d1ac61542ea7d", "grade": false, "grade_id": "one_hot-solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def one_hot(labels, num_classes):
    """Encode each label as a row with a single one in it.

    labels: an array of ints, shape (n,).
    num_classes: a Python int, at least 1.

    Returns an array of floats, shape (n, num_classes): row i is 1.0 at column labels[i] and 0.0 elsewhere.
    A label that is negative, or num_classes or more, gives a row of zeros.
    """
    return jax.nn.one_hot(labels, num_classes)


# %% deletable=false editable=false jax101={"role": "check"} nbgrader={"cell_type": "code", "checksum": "633c4d777a5928a90c6e11af0eb5fb2d", "grade": true, "grade_id": "one_hot", "locked": true, "points": 5.0, "schema_version": 3, "solution": false, "task": false}
check("one_hot")

# %% [markdown]
# ## What you learned
#
# | | NumPy | JAX |
# |---|---|---|
# | make an array | `np.array([1.0, 2.0])` | `jnp.array([1.0, 2.0])` |
# | its type | `np.ndarray` | `jax.Array` |
# | decimal numbers | `float64`, 16 digits | `float32`, 7 digits |
# | functions | `np.mean`, `np.sum`, … | `jnp.mean`, `jnp.sum`, …, of arrays, not of lists |
# | broadcasting, comparisons | yes | just the same |
# | change an entry | `x[0] = 7` | not like this: see `04_pure` |
#
# - Subtract first, square later: `float32` has about 7 digits.
# - `None` adds an axis, broadcasting stretches it, and a loop is gone.
# - A comparison is an array. Sum it and you have counted.
#
# (JAX comes with a one-hot of its own, `jax.nn.one_hot`. Now you know what is inside.)
#
# Next, in `02_grad`: what NumPy cannot do at all.
