# why: computes the predictions with np.dot as always, inside the function JAX differentiates
# misconception: numpy-on-tracer
def loss_and_grad(params, x, y):
    def loss(p):
        return jnp.mean((np.dot(x, p["w"]) + p["b"] - y) ** 2)

    return jax.value_and_grad(loss)(params)
