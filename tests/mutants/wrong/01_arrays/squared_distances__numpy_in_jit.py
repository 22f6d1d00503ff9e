# why: asks NumPy to work on tracers inside jit
# misconception: numpy-on-tracer
@jax.jit
def squared_distances(a, b):
    left = np.repeat(np.asarray(a)[:, None], b.shape[0], axis=1)
    return jnp.sum((left - b) ** 2, axis=-1)
