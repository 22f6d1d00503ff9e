# why: Runs f under vmap, where a Python `if` on the input fails.
def derivative(f):
    many = jax.vmap(jax.grad(f))
    return lambda x: many(jnp.reshape(x, (1,)))[0]
