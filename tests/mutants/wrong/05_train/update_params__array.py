# why: goes back to theta = [w, b] and returns an array
def update_params(params, x, y, lr=0.1):
    theta = jnp.array([params["w"], params["b"]])
    return update(theta, x, y, lr)
