# why: notes the loss in the params dict for later, so the caller's dict has one entry more
# misconception: mutates-container
def loss_and_grad(params, x, y):
    loss, grads = jax.value_and_grad(linear_loss)(params, x, y)
    params["last_loss"] = loss
    return loss, grads
