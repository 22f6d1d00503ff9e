# why: forgets the second pair of parentheses
# misconception: gradient-not-called
def loss_grad_and_residuals(x, y):
    all_three = jax.value_and_grad(squared_error_with_residuals, has_aux=True)
    return all_three
