# why: Counts calls in a global list; the answer is right, but the world has changed.
# misconception: hidden-state
calls = []


def grad_both(x, y):
    calls.append(len(calls))
    return jax.grad(sum_squared_error, argnums=(0, 1))(x, y)
