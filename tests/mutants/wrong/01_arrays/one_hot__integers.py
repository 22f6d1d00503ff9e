# why: whole numbers look like ones and zeros, but floats are asked for
def one_hot(labels, num_classes):
    hits = labels[:, None] == jnp.arange(num_classes)[None, :]
    return hits.astype(jnp.int32)
