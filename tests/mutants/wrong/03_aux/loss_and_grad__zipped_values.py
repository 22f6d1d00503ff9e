# why: values() in the order of the caller's dict, the gradients in sorted order
# misconception: dict-order
def loss_and_grad(params, x, y):
    loss, grads = jax.value_and_grad(linear_loss)(params, x, y)
    return loss, dict(zip(params.keys(), [grads[k] for k in sorted(grads)]))
