# why: compiles anew at every step, which is slow and not wrong
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        loss, grad = jax.jit(jax.value_and_grad(loss_fn))(theta, x, y)
        losses.append(loss)
        theta = theta - lr * grad
    return theta, jnp.stack(losses)
