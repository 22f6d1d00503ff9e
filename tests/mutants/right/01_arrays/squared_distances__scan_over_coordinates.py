# why: a scan that adds up one coordinate at a time
def squared_distances(a, b):
    a, b = jnp.asarray(a, jnp.float32), jnp.asarray(b, jnp.float32)

    def add_coordinate(total, columns):
        ca, cb = columns
        return total + (ca[:, None] - cb) ** 2, None

    start = jnp.zeros((a.shape[0], b.shape[0]))
    total, _ = jax.lax.scan(add_coordinate, start, (a.T, b.T))
    return total
