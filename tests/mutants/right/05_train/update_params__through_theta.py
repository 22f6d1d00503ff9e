# why: the array version does the work, and the dict is built up again
def update_params(params, x, y, lr=0.1):
    theta = jnp.stack([jnp.asarray(params["w"]), jnp.asarray(params["b"])])
    w, b = theta - lr * jax.grad(lambda t: params_loss(dict(w=t[0], b=t[1]), x, y))(theta)
    return {"w": w, "b": b}
