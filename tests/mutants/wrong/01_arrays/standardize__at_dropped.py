# why: computes with .at but never keeps what it returns
# misconception: update-dropped
def standardize(x):
    out = jnp.asarray(x, dtype=jnp.float32)
    out.at[...].add(-jnp.mean(out))
    out.at[...].divide(jnp.std(out))
    return out
