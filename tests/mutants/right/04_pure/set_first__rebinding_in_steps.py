# why: every line makes a new array and rebinds a local name; the caller keeps the old one
def set_first(x: "jax.Array | np.ndarray", value) -> jax.Array:
    assert x.ndim >= 1
    x = jnp.asarray(x)
    x = x.at[0].min(value)  # not larger than value ...
    x = x.at[0].max(value)  # ... and not smaller
    return x
