# why: uses the notebook's xs and ys and not its own parameters
# misconception: stale-global
xs, ys = make_data(seed=0, n=100)


def loss_fn(theta, x, y):
    return jnp.mean((model(theta, xs) - ys) ** 2)
