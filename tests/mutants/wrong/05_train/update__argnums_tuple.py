# why: argnums=(0,) gives a 1-tuple, and lr * tuple is an error
# misconception: argnums-tuple | tree-arithmetic
def update(theta, x, y, lr=0.1):
    grads = jax.grad(loss_fn, argnums=(0,))(theta, x, y)
    return theta - lr * grads
