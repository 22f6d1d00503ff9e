# why: stochastic gradient descent with one random point a step
# misconception: global-random
def update(theta, x, y, lr=0.1):
    i = np.random.randint(len(x))
    g = jax.grad(loss_fn)(theta, x[i : i + 1], y[i : i + 1])
    return theta - lr * g
