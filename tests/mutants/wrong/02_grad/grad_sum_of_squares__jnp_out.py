# why: `out=` does not exist in JAX: NotImplementedError.
# misconception: out-argument
def grad_sum_of_squares(x):
    result = jnp.zeros_like(x)
    jnp.multiply(x, 2.0, out=result)
    return result
