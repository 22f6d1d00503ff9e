# why: Asks for the value as well and drops it.
def grad_second(x, y):
    if (out := jax.value_and_grad(sum_squared_error, argnums=1)(x, y)) is not None:
        return out[1]
