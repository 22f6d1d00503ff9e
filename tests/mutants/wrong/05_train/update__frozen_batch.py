# why: jit over a lambda with the first data inside; every later call uses the old points
# misconception: stale-global | hidden-state
_step = None


def update(theta, x, y, lr=0.1):
    global _step
    if _step is None:
        _step = jax.jit(lambda t, rate: t - rate * jax.grad(loss_fn)(t, x, y))
    return _step(theta, lr)
