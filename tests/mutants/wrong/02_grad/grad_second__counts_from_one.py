# why: Counts arguments from 1: there is no argument number 2.
def grad_second(x, y):
    return jax.grad(sum_squared_error, argnums=2)(x, y)
