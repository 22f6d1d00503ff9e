# why: a default dict that counts the calls
# misconception: mutable-default | hidden-state
def update_params(params, x, y, lr=0.1, state={"t": 0}):
    state["t"] += 1
    grads = jax.grad(params_loss)(params, x, y)
    return jax.tree.map(lambda p, g: p - lr * g, params, grads)
