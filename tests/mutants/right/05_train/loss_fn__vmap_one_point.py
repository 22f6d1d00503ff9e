# why: the loss of one point, vmapped, then averaged
def loss_fn(theta, x, y):
    def point_loss(xi, yi):
        return jnp.square(model(theta, xi) - yi)

    return jax.vmap(point_loss)(jnp.asarray(x), jnp.asarray(y)).mean()
