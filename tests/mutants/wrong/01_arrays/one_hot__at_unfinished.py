# why: stops at .at[...] without .set(1.0)
# misconception: at-unfinished
def one_hot(labels, num_classes):
    zeros = jnp.zeros((labels.shape[0], num_classes))
    safe = jnp.where(labels < 0, num_classes, labels)
    return zeros.at[jnp.arange(labels.shape[0]), safe]
