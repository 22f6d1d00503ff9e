# why: sorts the indices but leaves the amounts in their order
def add_at(x, indices, amounts):
    order = jnp.sort(jnp.asarray(indices))
    return jnp.asarray(x).at[order].add(jnp.asarray(amounts), indices_are_sorted=True)
