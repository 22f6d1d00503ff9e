# why: lowers the learning rate from call to call with a counter on the function
# misconception: hidden-state
def update(theta, x, y, lr=0.1):
    update.t += 1
    return theta - lr / update.t * jax.grad(loss_fn)(theta, x, y)


update.t = 0
