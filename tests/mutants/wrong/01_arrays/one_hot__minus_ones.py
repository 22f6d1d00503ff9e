# why: writes -1 where a 0 is due
def one_hot(labels, num_classes):
    hit = labels[:, None] == jnp.arange(num_classes)
    return jnp.where(hit, 1.0, -1.0)
