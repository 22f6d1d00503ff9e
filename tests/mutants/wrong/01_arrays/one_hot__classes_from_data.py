# why: ignores num_classes and takes the largest label plus one
def one_hot(labels, num_classes):
    k = int(jnp.max(labels)) + 1
    return (labels[:, None] == jnp.arange(k)).astype(jnp.float32)
