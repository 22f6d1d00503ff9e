# why: `np.sum` hands over to the tracer's own method, so this NumPy call works under grad.
def grad_sum_of_squares(x):
    loss = lambda v: np.sum(v * v)
    value, gradient = jax.value_and_grad(loss)(jnp.asarray(x))
    print("sum of squares was", value)
    return gradient
