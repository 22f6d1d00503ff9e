# why: the library function, which already zeroes rows out of range
one_hot = lambda labels, num_classes: jax.nn.one_hot(jnp.asarray(labels, int), num_classes)
