# why: theta times the rows [x, 1]; the contraction runs over the wrong axis when x has two dimensions
def model(theta, x):
    rows = jnp.stack([x, jnp.ones_like(x)])
    return jnp.dot(theta, rows)
