# why: zero to the power of "is another class": 0 ** 0 is 1
def one_hot(labels, num_classes):
    other = jnp.asarray(labels)[:, None] != jnp.arange(num_classes)
    return jnp.power(0.0, other.astype(float))
