# why: seeds NumPy "for reproducibility" and changes its global state
# misconception: global-random
def update(theta, x, y, lr=0.1):
    np.random.seed(0)
    order = np.random.permutation(len(x))
    return theta - lr * jax.grad(loss_fn)(theta, x[order], y[order])
