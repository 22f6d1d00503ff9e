# why: |a|^2 - 2ab + |b|^2 in float32: for close points far from the origin only rounding is left
def squared_distances(a, b):
    aa = jnp.sum(a**2, axis=1)[:, None]
    bb = jnp.sum(b**2, axis=1)[None, :]
    return aa - 2 * (a @ b.T) + bb
