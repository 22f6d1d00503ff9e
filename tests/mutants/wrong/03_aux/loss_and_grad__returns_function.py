# why: builds the new function but forgets to call it with the data
# misconception: gradient-not-called
def loss_and_grad(params, x, y):
    return jax.value_and_grad(linear_loss)
