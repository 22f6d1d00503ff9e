# why: A default dict gathers the gradients over all calls.
# misconception: mutable-default | hidden-state
def grad_both(x, y, acc={"n": 0, "gx": 0.0, "gy": 0.0}):
    gx, gy = jax.grad(sum_squared_error, argnums=(0, 1))(x, y)
    if np.shape(acc["gx"]) != gx.shape:
        acc["gx"], acc["gy"] = jnp.zeros_like(gx), jnp.zeros_like(gy)
    acc["gx"] = acc["gx"] + gx
    acc["gy"] = acc["gy"] + gy
    return acc["gx"], acc["gy"]
