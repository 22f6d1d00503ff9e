# why: keys in the dict's order, gradients in sorted order
# misconception: dict-order
def update_params(params, x, y, lr=0.1):
    grads = jax.tree.leaves(jax.grad(params_loss)(params, x, y))
    return {k: p - lr * g for (k, p), g in zip(params.items(), grads)}
