# why: a softmax over distances is nearly, but not, one-hot
def one_hot(labels, num_classes):
    gap = jnp.abs(labels[:, None] - jnp.arange(num_classes))
    return jax.nn.softmax(-5.0 * gap, axis=-1)
