# why: both dicts are flattened in the same order, so zip is safe here
def update_params(params, x, y, lr=0.1):
    leaves, treedef = jax.tree.flatten(params)
    slopes = jax.tree.leaves(jax.grad(params_loss)(params, x, y))
    return jax.tree.unflatten(treedef, [p - lr * s for p, s in zip(leaves, slopes)])
