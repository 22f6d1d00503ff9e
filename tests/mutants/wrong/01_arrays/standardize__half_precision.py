# why: computes in float16, which cannot tell values apart whose mean is many stds away
def standardize(x):
    h = jnp.asarray(x).astype(jnp.float16)
    return ((h - h.mean()) / h.std()).astype(jnp.float32)
