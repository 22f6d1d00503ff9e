# why: a difference quotient with a tiny h in float32: mostly noise
# misconception: finite-differences
def update(theta, x, y, lr=0.1):
    h = 1e-6
    theta = jnp.asarray(theta)
    base = loss_fn(theta, x, y)
    dw = (loss_fn(theta + jnp.array([h, 0.0]), x, y) - base) / h
    db = (loss_fn(theta + jnp.array([0.0, h]), x, y) - base) / h
    return theta - lr * jnp.array([dw, db])
