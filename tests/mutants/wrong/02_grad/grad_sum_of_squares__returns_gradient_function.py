# why: Thought `jax.grad(...)` already is the gradient and never called it at the point.
# misconception: gradient-not-called
def grad_sum_of_squares(x):
    def f(x):
        return jnp.sum(x**2)

    return jax.grad(f)
