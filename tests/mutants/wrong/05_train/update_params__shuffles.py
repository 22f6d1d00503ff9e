# why: shuffles the data before the step, with NumPy's global generator
# misconception: global-random
def update_params(params, x, y, lr=0.1):
    order = np.random.permutation(len(x))
    grads = jax.grad(params_loss)(params, x[order], y[order])
    return {k: params[k] - lr * grads[k] for k in params}
