# why: the return is indented too far, so training ends after one step
# misconception: ignores-steps
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        loss, g = jax.value_and_grad(loss_fn)(theta, x, y)
        theta = theta - lr * g
        losses.append(loss)
        return theta, jnp.array(losses)
