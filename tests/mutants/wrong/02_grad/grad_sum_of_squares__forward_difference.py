# why: Nudges each entry in float32; the slopes are far from exact.
# misconception: finite-differences
def grad_sum_of_squares(x, h=1e-2):
    x = jnp.asarray(x, dtype=jnp.float32)
    f = lambda v: jnp.sum(v**2)
    flat = x.ravel()
    slopes = [(f(flat.at[i].add(h)) - f(flat)) / h for i in range(flat.size)]
    return jnp.stack(slopes).reshape(x.shape)
