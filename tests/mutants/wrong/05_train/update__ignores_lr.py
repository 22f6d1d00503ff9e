# why: wrote 0.1 in the formula and never looks at lr
# misconception: ignores-lr
def update(theta, x, y, lr=0.1):
    g = jax.grad(loss_fn)(theta, x, y)
    return theta - 0.1 * g
