# why: new leaves in JAX's order, keys in the order of the dict
# misconception: dict-order
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    new = jax.tree.map(lambda p, g: p - lr * g, params, grads)
    return dict(zip(params, jax.tree.leaves(new)))
