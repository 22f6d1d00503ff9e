# why: a shallow copy and NumPy gradients: -= writes into the caller's NumPy scalars-as-arrays
# misconception: mutates-argument | mutates-container
def update_params(params, x, y, lr=0.1):
    new = dict(params)
    grads = jax.grad(params_loss)(params, x, y)
    for k in new:
        step = lr * np.asarray(grads[k])
        if isinstance(new[k], np.ndarray):
            new[k] -= step
        else:
            new[k] = new[k] - step
    return new
