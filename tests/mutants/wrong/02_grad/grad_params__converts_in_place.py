# why: Turns the NumPy leaves into JAX arrays in the caller's dict before it differentiates.
# misconception: mutates-container
def grad_params(params, x, y):
    for layer in params.values():
        for k in layer:
            layer[k] = jnp.array(layer[k], dtype=jnp.float32)
    return jax.grad(mlp_loss)(params, x, y)
