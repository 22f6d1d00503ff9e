# why: The pullback returns exactly the pair.
def grad_both(x, y):
    out, pull = jax.vjp(sum_squared_error, jnp.asarray(x), jnp.asarray(y))
    return pull(jnp.ones_like(out))
