# why: "the gradient does not need computing twice": keeps the first answer in an attribute
# misconception: hidden-state
def loss_and_grad(params, x, y):
    if not hasattr(loss_and_grad, "result"):
        loss_and_grad.result = jax.value_and_grad(linear_loss)(params, x, y)
    return loss_and_grad.result
