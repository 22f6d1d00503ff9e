# why: three separate computations, put together as lists
def loss_grad_and_residuals(x, y):
    r = jnp.asarray(x) - jnp.asarray(y)
    return [[jnp.einsum("...,...->", r, r), r], r + r]
