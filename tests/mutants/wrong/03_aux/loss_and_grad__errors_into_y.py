# why: saves memory by computing the errors in y, which is the caller's array
# misconception: mutates-argument
def loss_and_grad(params, x, y):
    errors = y
    errors -= x @ params["w"]
    errors -= params["b"]
    n = len(errors)
    return jnp.mean(errors**2), {"w": -2 / n * (x.T @ errors), "b": -2 * jnp.mean(errors)}
