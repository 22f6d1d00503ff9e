# why: a list of leaves, not the nested dict
def grad_params(params, x, y):
    leaves, treedef = jax.tree.flatten(params)

    def loss(leaves):
        return mlp_loss(jax.tree.unflatten(treedef, leaves), x, y)

    return jax.grad(loss)(leaves)
