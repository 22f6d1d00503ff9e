# handed in: arrays.ipynb

# %% after="provided-1"
from functools import partial

# %% task="as_float32"
def as_float32(values):
    return jax.device_put(np.asarray(values, dtype=np.float32))

# %% task="standardize"
def standardize(x):
    centred = x - jnp.mean(x)
    return centred * jax.lax.rsqrt(jnp.mean(centred**2))

# %% task="squared_distances"
def squared_distances(a, b):
    # no axes to count: say it for one pair of points, and let vmap do the rest
    def distance(p, q):
        return jnp.vdot(p - q, p - q)

    one_to_all = jax.vmap(distance, in_axes=(None, 0))
    return jax.vmap(one_to_all, in_axes=(0, None))(a, b)

# %% task="count_above"
def count_above(x, threshold):
    return jnp.size(x) - jnp.count_nonzero(jnp.less_equal(x, threshold))

# %% task="one_hot"
def one_hot(labels, num_classes):
    row = jax.vmap(lambda label: jnp.where(jnp.arange(num_classes) == label, 1.0, 0.0))
    return row(labels)
