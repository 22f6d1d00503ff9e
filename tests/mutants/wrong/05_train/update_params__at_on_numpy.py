# why: .at on whatever the leaves are; NumPy's have no .at
# misconception: at-on-numpy
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    return {k: params[k].at[()].add(-lr * grads[k]) for k in params}
