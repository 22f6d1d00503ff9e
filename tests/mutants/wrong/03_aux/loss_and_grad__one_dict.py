# why: returns one dict with the loss and the grads in it instead of a pair
def loss_and_grad(params, x, y):
    result = {}
    result["loss"], result["grads"] = jax.value_and_grad(linear_loss)(params, x, y)
    return result
