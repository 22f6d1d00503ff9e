# why: .update on the alias new changes the caller's dict
# misconception: mutates-container
def update_params(params, x, y, lr=0.1):
    new = params
    g = jax.grad(params_loss)(params, x, y)
    new.update(w=params["w"] - lr * g["w"], b=params["b"] - lr * g["b"])
    return new
