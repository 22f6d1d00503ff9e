# why: makes an array of the 1-tuple of gradients, so the result has shape (1, 2)
# misconception: argnums-tuple
# not recognised: its value alone does not show it
def update(theta, x, y, lr=0.1):
    grads = jax.grad(loss_fn, argnums=(0,))(theta, x, y)
    return theta - lr * jnp.array(grads)
