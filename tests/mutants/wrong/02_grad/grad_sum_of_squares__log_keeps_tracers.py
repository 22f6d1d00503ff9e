# why: The outer list collects tracers from inside the differentiated function.
# misconception: leaked-tracer
values = []


def grad_sum_of_squares(x):
    def f(v):
        s = jnp.sum(v**2)
        values.append(s)
        return s

    return jax.grad(f)(x)
