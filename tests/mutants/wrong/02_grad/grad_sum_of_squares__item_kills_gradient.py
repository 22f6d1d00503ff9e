# why: Makes a Python number of the sum "because it must be a scalar"; the gradient is lost.
# misconception: item-kills-gradient
def grad_sum_of_squares(x):
    def f(v):
        total = jnp.sum(v**2)
        return total.item()

    return jax.grad(f)(x)
