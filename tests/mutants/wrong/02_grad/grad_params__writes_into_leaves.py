# why: Fills the parameter arrays themselves with their gradients.
# misconception: mutates-argument | item-assignment
def grad_params(params, x, y):
    g = jax.grad(mlp_loss)(params, x, y)

    def fill(p, d):
        p[...] = d
        return d

    return jax.tree.map(fill, params, g)
