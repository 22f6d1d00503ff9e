# why: theta in the slot of argnums
# misconception: point-as-argnums
def update(theta, x, y, lr=0.1):
    return theta - lr * jax.grad(loss_fn, theta)(theta, x, y)
