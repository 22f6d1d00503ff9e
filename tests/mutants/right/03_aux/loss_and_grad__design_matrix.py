# why: appends a column of ones so that the bias is one more weight, and splits the gradient again
def loss_and_grad(params, x, y):
    x = jnp.asarray(x)
    design = jnp.concatenate([x, jnp.ones((x.shape[0], 1), x.dtype)], axis=1)
    theta = jnp.append(jnp.asarray(params["w"]), jnp.asarray(params["b"]))

    def mse(theta):
        return jnp.mean((design @ theta - y) ** 2)

    loss, g = jax.value_and_grad(mse)(theta)
    return loss, {"w": g[:-1], "b": g[-1]}
