# why: the table has a's dtype, so integer a with float b truncates
def squared_distances(a, b):
    out = jnp.zeros((len(a), len(b)), dtype=a.dtype)
    for i, p in enumerate(a):
        out = out.at[i].set(jnp.sum((p - b) ** 2, axis=1).astype(a.dtype))
    return out
