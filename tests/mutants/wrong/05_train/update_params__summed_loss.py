# why: its own loss is a sum; right for one point only
# misconception: sum-loss
def update_params(params, x, y, lr=0.1):
    loss = lambda p: jnp.sum((p["w"] * x + p["b"] - y) ** 2)
    return jax.tree.map(lambda p, g: p - lr * g, params, jax.grad(loss)(params))
