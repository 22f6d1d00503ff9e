# why: adds the step
# misconception: ascent
def update_params(params, x, y, lr=0.1):
    gradient = jax.grad(params_loss)(params, x, y)
    return {name: params[name] + lr * gradient[name] for name in params}
