# why: rebinding the loop variable does not change the dict
# misconception: not-reassigned | update-dropped
def update_params(params, x, y, lr=0.1):
    new = dict(params)
    grads = jax.grad(params_loss)(new, x, y)
    for name, p in new.items():
        p = p - lr * grads[name]
    return new
