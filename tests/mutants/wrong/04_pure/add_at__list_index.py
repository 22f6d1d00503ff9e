# why: turns the indices into a Python list, which JAX does not take as an index
# misconception: list-index
def add_at(x, indices, amounts):
    places = [int(i) for i in indices]
    return jnp.asarray(x).at[places].add(jnp.asarray(amounts))
