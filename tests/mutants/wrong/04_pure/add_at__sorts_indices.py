# why: sorts the caller's indices in place and so pairs them with the wrong amounts
# misconception: mutates-argument
def add_at(x, indices, amounts):
    indices.sort()
    return jnp.asarray(x).at[indices].add(amounts)
