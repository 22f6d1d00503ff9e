# why: formats the loss for a progress line; a tracer has no format
# misconception: print-in-traced
def loss_fn(theta, x, y):
    mse = jnp.mean((model(theta, x) - y) ** 2)
    print(f"current loss: {mse:.4f}")
    return mse
