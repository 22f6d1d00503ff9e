# why: Squeezes each leaf, so a network with one input or one hidden unit loses axes.
def grad_params(params, x, y):
    return jax.tree.map(jnp.squeeze, jax.grad(mlp_loss)(params, x, y))
