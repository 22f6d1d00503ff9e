# why: minus for w, and by a slip plus for b
# misconception: sign | ascent
def update_params(params, x, y, lr=0.1):
    g = jax.grad(params_loss)(params, x, y)
    return dict(w=params["w"] - lr * g["w"], b=params["b"] + lr * g["b"])
