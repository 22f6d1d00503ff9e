# why: keeps the dimension, so the loss has shape (1,) and cannot be differentiated
# misconception: non-scalar
def loss_fn(theta, x, y):
    return jnp.mean((model(theta, x) - y) ** 2, axis=0, keepdims=True)
