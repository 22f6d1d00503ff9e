# why: where chooses between one and zero
def one_hot(labels, num_classes):
    col = jnp.reshape(labels, (-1, 1))
    return jnp.where(col == jnp.arange(num_classes), 1.0, 0.0)
