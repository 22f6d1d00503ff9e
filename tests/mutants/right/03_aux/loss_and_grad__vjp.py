# why: pulls a one back through the loss with jax.vjp
def loss_and_grad(params, x, y):
    loss, pull_back = jax.vjp(lambda p: linear_loss(p, x, y), params)
    (grads,) = pull_back(jnp.ones_like(loss))
    return loss, grads
