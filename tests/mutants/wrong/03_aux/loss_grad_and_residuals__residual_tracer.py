# why: stores the residuals from inside in a nonlocal variable, so the pair contains a dead tracer
# misconception: leaked-tracer
def loss_grad_and_residuals(x, y):
    residuals = None

    def loss(x):
        nonlocal residuals
        residuals = x - y
        return jnp.sum(residuals**2)

    value, gradient = jax.value_and_grad(loss)(x)
    return (value, residuals), gradient
