# why: keeps the differences of the last call in a global inside jit, where they are tracers
# misconception: leaked-tracer | hidden-state
last_diff = None


@jax.jit
def squared_distances(a, b):
    global last_diff
    last_diff = a[:, None, :] - b[None, :, :]
    return jnp.sum(last_diff**2, axis=-1)
