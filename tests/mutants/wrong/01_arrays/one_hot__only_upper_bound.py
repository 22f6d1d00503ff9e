# why: guards against labels that are too large and forgets the negative ones
def one_hot(labels, num_classes):
    rows = jnp.eye(num_classes)[jnp.asarray(labels)]
    valid = jnp.asarray(labels) < num_classes
    return jnp.where(valid[:, None], rows, 0.0)
