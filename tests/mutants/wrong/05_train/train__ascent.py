# why: adds the gradient
# misconception: ascent | sign
def train(theta, x, y, steps=1000, lr=0.1):
    value_and_grad = jax.jit(jax.value_and_grad(loss_fn))
    losses = []
    for _ in range(steps):
        loss, grad = value_and_grad(theta, x, y)
        theta = theta + lr * grad
        losses.append(loss)
    return theta, jnp.array(losses)
