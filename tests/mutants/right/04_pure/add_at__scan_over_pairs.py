# why: a scan that carries the array through the pairs
def add_at(x, indices, amounts):
    x = jnp.asarray(x)
    amounts = jnp.asarray(amounts, dtype=x.dtype)

    def step(acc, pair):
        i, a = pair
        return acc.at[i].add(a), None

    return jax.lax.scan(step, x, (jnp.asarray(indices, dtype=int), amounts))[0]
