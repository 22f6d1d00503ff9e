# why: picks rows of the unit matrix, but JAX clamps an index that is too large and counts a negative one from the end
# misconception: index-clamped
def one_hot(labels, num_classes):
    return jnp.eye(num_classes)[labels]
