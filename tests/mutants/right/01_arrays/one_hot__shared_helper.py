# why: two tasks on one helper of the student's own
# tasks: one_hot, squared_distances
def table(op, rows, cols):
    """op of every row with every col, by broadcasting"""
    return op(jnp.asarray(rows)[:, None], jnp.asarray(cols)[None])


def one_hot(labels, num_classes):
    return table(jnp.equal, labels, jnp.arange(num_classes)).astype(jnp.float32)


def squared_distances(a, b):
    return (table(jnp.subtract, a, b) ** 2).sum(axis=-1)
