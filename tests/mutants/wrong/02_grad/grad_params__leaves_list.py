# why: Returns the list of leaves; the structure is gone.
def grad_params(params, x, y):
    grads = jax.grad(mlp_loss)(params, x, y)
    return jax.tree.leaves(grads)
