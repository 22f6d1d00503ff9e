# why: takes the bias out of the dict with pop, and it is gone for the caller as well
# misconception: mutates-container
def loss_and_grad(params, x, y):
    p = params
    b = p.pop("b")
    w = p["w"]
    err = x @ w + b - y
    return jnp.mean(err**2), {"w": 2 * err @ x / len(y), "b": 2 * err.mean()}
