# why: takes the value for the gradients
# misconception: value-grad-order
def update_params(params, x, y, lr=0.1):
    grads, loss = jax.value_and_grad(params_loss)(params, x, y)
    return {k: params[k] - lr * grads for k in params}
