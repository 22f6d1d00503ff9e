# why: Averages over the calls so far, kept in a global.
# misconception: hidden-state
n_calls = 0


def grad_second(x, y):
    global n_calls
    n_calls += 1
    return jax.grad(sum_squared_error, argnums=1)(x, y) / n_calls
