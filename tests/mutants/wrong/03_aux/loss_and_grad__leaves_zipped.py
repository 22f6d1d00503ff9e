# why: puts the leaves back under the names in the order of the dict, but JAX sorts them by key
# misconception: dict-order
def loss_and_grad(params, x, y):
    loss, g = jax.value_and_grad(linear_loss)(params, x, y)
    grads = dict(zip(["w", "b"], jax.tree.leaves(g)))
    return loss, grads
