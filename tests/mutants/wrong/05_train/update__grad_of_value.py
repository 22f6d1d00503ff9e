# why: differentiates the number instead of the function
# misconception: grad-of-value
def update(theta, x, y, lr=0.1):
    return theta - lr * jax.grad(loss_fn(theta, x, y))
