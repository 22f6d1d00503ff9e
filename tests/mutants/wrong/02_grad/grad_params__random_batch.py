# why: Draws a mini-batch with NumPy's global generator.
# misconception: global-random
def grad_params(params, x, y):
    idx = np.random.choice(len(y), size=max(1, len(y) // 2), replace=False)
    return jax.grad(mlp_loss)(params, x[idx], y[idx])
