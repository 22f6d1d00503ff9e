# why: np.square in the loss that is differentiated
# misconception: numpy-on-tracer
def update_params(params, x, y, lr=0.1):
    loss = lambda p: np.mean(np.square(p["w"] * x + p["b"] - y))
    g = jax.grad(loss)(params)
    return {"w": params["w"] - lr * g["w"], "b": params["b"] - lr * g["b"]}
