# why: takes a random half of the points, as one hears of stochastic gradient descent
# misconception: global-random
def loss_fn(theta, x, y):
    keep = np.random.permutation(len(x))[: max(1, len(x) // 2)]
    return jnp.mean((model(theta, x[keep]) - y[keep]) ** 2)
