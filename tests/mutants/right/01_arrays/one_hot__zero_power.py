# why: 0.0 to the power 0 is 1, to every other power 0
def one_hot(labels, num_classes):
    gap = jnp.abs(jnp.asarray(labels, jnp.float32)[:, None] - jnp.arange(num_classes))
    return 0.0**gap
