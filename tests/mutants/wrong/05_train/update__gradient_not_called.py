# why: jax.grad(loss_fn) is a function, not an array
# misconception: gradient-not-called
def update(theta, x, y, lr=0.1):
    grad = jax.grad(loss_fn)
    return theta - lr * grad
