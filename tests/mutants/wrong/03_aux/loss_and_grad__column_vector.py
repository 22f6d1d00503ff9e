# why: makes w a column "for the matrix product"; (n, 1) minus (n,) is then (n, n)
# misconception: broadcast-nxn
def loss_and_grad(params, x, y):
    def mse(params):
        w = params["w"].reshape(-1, 1)
        predictions = x @ w + params["b"]
        return jnp.mean((predictions - y) ** 2)

    return jax.value_and_grad(mse)(params)
