# why: The gradient of a mean is the mean of the gradients of the samples.
def grad_params(params, x, y):
    def one(xi, yi):
        return jax.grad(mlp_loss)(params, xi[jnp.newaxis], yi[jnp.newaxis])

    each = jax.vmap(one)(jnp.asarray(x), jnp.asarray(y))
    return jax.tree.map(lambda g: g.mean(axis=0), each)
