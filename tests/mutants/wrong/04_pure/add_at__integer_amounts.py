# why: casts the amounts to integers, so the cents are lost
# misconception: int-truncates
def add_at(x, indices, amounts):
    x = jnp.asarray(x)
    return x.at[indices].add(jnp.asarray(amounts).astype(jnp.int32))
