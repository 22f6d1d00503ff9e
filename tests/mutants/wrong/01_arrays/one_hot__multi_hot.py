# why: sums over the labels: one vector with counts
def one_hot(labels, num_classes):
    return (labels[:, None] == jnp.arange(num_classes)).astype(jnp.float32).sum(axis=0)
