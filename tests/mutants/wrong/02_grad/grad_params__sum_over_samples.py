# why: Differentiates the sum of the squared errors in place of the mean.
# misconception: sum-loss
def grad_params(params, x, y):
    def loss(p):
        h = jnp.tanh(x @ p["hidden"]["w"] + p["hidden"]["b"])
        return sum_squared_error(h @ p["out"]["w"] + p["out"]["b"], y)

    return jax.grad(loss)(params)
