# why: every entry on its own with vmap(grad) over the flattened arrays, then back into shape
def grad_with_residuals(x, y):
    a, b = jnp.asarray(x), jnp.asarray(y)
    slope = jax.vmap(jax.grad(lambda s, t: (s - t) ** 2))
    return slope(a.ravel(), b.ravel()).reshape(a.shape), a - b
