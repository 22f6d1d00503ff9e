# why: the residuals leave the traced function by an outer list
# misconception: leaked-tracer
def grad_with_residuals(x, y):
    kept = []

    def loss(t):
        r = t - y
        kept.append(r)
        return jnp.sum(r ** 2)

    g = jax.grad(loss)(x)
    return g, kept[0]
