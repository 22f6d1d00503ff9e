# why: the predictions have shape (n, 1), and minus y they become an (n, n) table of errors
# misconception: broadcast-nxn
def grad_with_metrics(params, x, y):
    def loss(params):
        predictions = x @ params["w"][:, None] + params["b"]
        err = predictions - y
        mse = jnp.mean(err**2)
        return mse, {"loss": mse, "max_abs_error": jnp.max(jnp.abs(err)), "predictions": predictions}

    return jax.grad(loss, has_aux=True)(params)
