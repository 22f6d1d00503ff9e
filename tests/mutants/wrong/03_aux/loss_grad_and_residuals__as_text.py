# why: builds a nice report instead of returning the numbers
def loss_grad_and_residuals(x, y):
    (loss, r), g = jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
    return f"(({loss}, {r}), {g})"
