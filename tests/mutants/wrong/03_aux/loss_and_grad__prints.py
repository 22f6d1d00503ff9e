# why: shows the result and takes that for returning it
def loss_and_grad(params, x, y):
    loss, grads = jax.value_and_grad(linear_loss)(params, x, y)
    print("loss:", loss)
    print("grads:", grads)
