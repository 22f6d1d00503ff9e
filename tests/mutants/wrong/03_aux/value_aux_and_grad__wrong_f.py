# why: builds the tool around the function of the page and ignores the f that is handed in
# misconception: hard-coded
def value_aux_and_grad(f, x):
    y = jnp.zeros_like(x)
    (value, aux), gradient = jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
    return value, aux, gradient
