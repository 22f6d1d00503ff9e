# why: turns double precision on "for accuracy", which changes JAX for the rest of the notebook
def loss_and_grad(params, x, y):
    jax.config.update("jax_enable_x64", True)
    loss, grads = jax.value_and_grad(linear_loss)(params, x, y)
    return loss, grads
