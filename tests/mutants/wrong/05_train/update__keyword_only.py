# why: lr can be given by keyword only
def update(theta, x, y, *, lr=0.1):
    return theta - lr * jax.grad(loss_fn)(theta, x, y)
