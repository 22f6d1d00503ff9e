# why: the page's data has a hundred points, and 100 is built in
# misconception: hard-coded
N = 100


def loss_fn(theta, x, y):
    return jnp.sum((model(theta, x) - y) ** 2) / N
