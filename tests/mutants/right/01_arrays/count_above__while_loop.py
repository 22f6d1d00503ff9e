# why: a while_loop over the flat array
def count_above(x, threshold):
    flat = jnp.ravel(x)
    if flat.size == 0:
        return 0

    def body(state):
        i, n = state
        return i + 1, n + (flat[i] > threshold).astype(int)

    _, n = jax.lax.while_loop(lambda s: s[0] < flat.size, body, (0, 0))
    return n
