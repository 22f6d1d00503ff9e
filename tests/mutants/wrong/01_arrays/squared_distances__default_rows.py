# why: the default list keeps the rows of earlier calls
# misconception: mutable-default
def squared_distances(a, b, rows=[]):
    for p in a:
        rows.append(jnp.sum((p - b) ** 2, axis=1))
    return jnp.stack(rows)
