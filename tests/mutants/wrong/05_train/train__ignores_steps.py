# why: always fifty steps, as in the example with the bowl
# misconception: ignores-steps
def train(theta, x, y, steps=1000, lr=0.1):
    f = jax.jit(jax.value_and_grad(loss_fn))
    losses = []
    for i in range(50):
        loss, g = f(theta, x, y)
        theta = theta - lr * g
        losses.append(loss)
    return theta, jnp.array(losses)
