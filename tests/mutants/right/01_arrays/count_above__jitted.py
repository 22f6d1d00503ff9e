# why: the plain answer under jit
@jax.jit
def count_above(x, threshold=0.0):
    return jnp.where(x > threshold, 1, 0).sum()
