# why: Builds the loss once with the first y and keeps it as an attribute of the function.
# misconception: hidden-state | stale-global
def grad_first(x, y):
    if not hasattr(grad_first, "gradient"):
        fixed = jnp.array(y)
        grad_first.gradient = jax.grad(lambda v: jnp.sum((v - fixed) ** 2))
    return grad_first.gradient(x)
