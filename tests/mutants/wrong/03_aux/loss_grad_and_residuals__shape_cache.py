# why: caches by the shape of the data, so a second data set of the same shape gets the first one's answer
# misconception: mutable-default | hidden-state
def loss_grad_and_residuals(x, y, cache={}):
    shape = jnp.shape(x)
    if shape in cache:
        return cache[shape]
    cache[shape] = jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
    return cache[shape]
