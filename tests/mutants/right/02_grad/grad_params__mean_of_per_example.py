# why: per-example gradients by vmap, then their mean
def grad_params(params, x, y):
    def one(p, xi, yi):
        return mlp_loss(p, xi[None, :], yi[None])

    per_example = jax.vmap(jax.grad(one), in_axes=(None, 0, 0))(params, x, y)
    return jax.tree.map(lambda g: g.mean(axis=0), per_example)
