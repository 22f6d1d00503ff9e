# why: puts the label itself at its place instead of a one
def one_hot(labels, num_classes):
    hit = labels[:, None] == jnp.arange(num_classes)
    return jnp.where(hit, labels[:, None], 0).astype(jnp.float32)
