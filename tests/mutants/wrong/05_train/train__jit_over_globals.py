# why: a jitted step over the notebook's data; x and y are never used
# misconception: stale-global | hard-coded
xs, ys = make_data(seed=0, n=100)


@jax.jit
def one_step(t, lr):
    loss, g = jax.value_and_grad(loss_fn)(t, xs, ys)
    return t - lr * g, loss


def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        theta, loss = one_step(theta, lr)
        losses.append(loss)
    return theta, jnp.array(losses)
