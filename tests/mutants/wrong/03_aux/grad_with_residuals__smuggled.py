# why: smuggles the residuals out through a list; what comes out is a tracer
# misconception: leaked-tracer
def grad_with_residuals(x, y):
    found = []

    def loss(x):
        r = x - y
        found.append(r)
        return jnp.sum(r**2)

    gradient = jax.grad(loss)(x)
    return gradient, found[0]
