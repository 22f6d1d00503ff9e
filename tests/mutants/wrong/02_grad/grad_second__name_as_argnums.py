# why: Thought `argnums` takes the name of the argument.
def grad_second(x, y):
    return jax.grad(sum_squared_error, argnums="y")(x, y)
