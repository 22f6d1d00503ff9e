# why: appends the loss inside the jitted step: one tracer in the list, and an error after the loop
# misconception: leaked-tracer
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []

    @jax.jit
    def step(theta):
        loss, grad = jax.value_and_grad(loss_fn)(theta, x, y)
        losses.append(loss)
        return theta - lr * grad

    for _ in range(steps):
        theta = step(theta)
    return theta, jnp.array(losses)
