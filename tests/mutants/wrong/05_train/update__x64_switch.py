# why: switches on double precision for the whole session, from inside a function
# misconception: hidden-state
def update(theta, x, y, lr=0.1):
    jax.config.update("jax_enable_x64", True)
    return theta - lr * jax.grad(loss_fn)(theta, x, y)
