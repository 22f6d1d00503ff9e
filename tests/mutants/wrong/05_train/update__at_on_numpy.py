# why: a NumPy theta has no .at
# misconception: at-on-numpy
def update(theta, x, y, lr=0.1):
    g = jax.grad(loss_fn)(theta, x, y)
    return theta.at[0].add(-lr * g[0]).at[1].add(-lr * g[1])
