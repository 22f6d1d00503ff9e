# why: a default list that remembers every loss from call to call
# misconception: mutable-default
def loss_fn(theta, x, y, seen=[]):
    mse = jnp.mean((model(theta, x) - y) ** 2)
    seen.append(mse)
    return seen[-1]
