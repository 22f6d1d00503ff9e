# why: range(1, steps) is one step short
def train(theta, x, y, steps=1000, lr=0.1):
    vg = jax.jit(jax.value_and_grad(loss_fn))
    losses = []
    for step in range(1, steps):
        loss, grad = vg(theta, x, y)
        losses.append(loss)
        theta = theta - lr * grad
    return theta, jnp.array(losses)
