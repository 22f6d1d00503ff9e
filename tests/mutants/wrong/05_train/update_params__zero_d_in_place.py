# why: a new dict, but -= with a NumPy number writes into the caller's zero-dimensional arrays
# misconception: mutates-argument
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    new = dict(params)
    for key in new:
        new[key] -= lr * grads[key].item()
    return new
