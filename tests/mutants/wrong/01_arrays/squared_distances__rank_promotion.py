# why: switches JAX's rank promotion on for the whole session, a change of jax.config
def squared_distances(a, b):
    jax.config.update("jax_numpy_rank_promotion", "warn")
    d = a[:, None, :] - b[None, :, :]
    return jnp.sum(d**2, axis=-1)
