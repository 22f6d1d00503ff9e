# why: saves time with a dict of finished trainings, with a key that forgets the data
# misconception: hidden-state
DONE = {}


def train(theta, x, y, steps=1000, lr=0.1):
    key = (steps, lr)
    if key not in DONE:
        f = jax.jit(jax.value_and_grad(loss_fn))
        losses = []
        for _ in range(steps):
            l, g = f(theta, x, y)
            theta = theta - lr * g
            losses.append(l)
        DONE[key] = theta, jnp.array(losses)
    return DONE[key]
