# why: jnp.take fills rows out of range with NaN, not with zeros
def one_hot(labels, num_classes):
    return jnp.take(jnp.eye(num_classes), labels, axis=0)
