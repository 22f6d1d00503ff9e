# why: squares the norm, right nearly everywhere, but the norm has no gradient where x equals y and gives NaN there
def grad_with_residuals(x, y):
    def loss(x):
        r = x - y
        return jnp.linalg.norm(r) ** 2, r

    return jax.grad(loss, has_aux=True)(x)
