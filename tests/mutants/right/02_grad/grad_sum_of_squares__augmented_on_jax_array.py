# why: `*=` on a JAX array makes a new one and only rebinds the local name.
def grad_sum_of_squares(x):
    x = jnp.asarray(x)
    x *= 2
    return x
