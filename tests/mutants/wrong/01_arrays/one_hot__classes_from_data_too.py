# why: takes the number of classes from the data
def one_hot(labels, num_classes):
    k = int(max(labels)) + 1
    k = max(k, 1)
    return (jnp.asarray(labels)[:, None] == jnp.arange(k)).astype(float)
