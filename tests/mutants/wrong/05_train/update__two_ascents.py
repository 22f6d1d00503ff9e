# why: took "the gradient shows the way" literally in both steps
# misconception: ascent | sign
# tasks: update, update_params
def update(theta, x, y, lr=0.1):
    direction = jax.grad(loss_fn)(theta, x, y)
    return theta + lr * direction


def update_params(params, x, y, lr=0.1):
    direction = jax.grad(params_loss)(params, x, y)
    return {k: params[k] + lr * direction[k] for k in params}
