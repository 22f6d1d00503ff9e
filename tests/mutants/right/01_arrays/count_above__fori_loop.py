# why: a fori_loop that carries the count
def count_above(x, threshold):
    hits = jnp.where(jnp.ravel(jnp.asarray(x) > threshold), 1, 0)
    if hits.size == 0:
        return 0
    return jax.lax.fori_loop(0, hits.size, lambda i, n: n + hits[i], 0)
