# why: jax.grad(params_loss) has not been called
# misconception: gradient-not-called
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)
    return {k: v - lr * grads[k] for k, v in params.items()}
