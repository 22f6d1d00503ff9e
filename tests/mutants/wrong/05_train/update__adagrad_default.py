# why: collects squared gradients in a default list
# misconception: mutable-default | hidden-state
def update(theta, x, y, lr=0.1, cache=[]):
    g = jax.grad(loss_fn)(theta, x, y)
    cache.append(g)
    if len(cache) > 1:
        g = sum(cache) / len(cache)
    return theta - lr * g
