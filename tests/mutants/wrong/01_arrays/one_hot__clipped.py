# why: clips labels out of range to the nearest class
# misconception: index-clamped
def one_hot(labels, num_classes):
    labels = jnp.clip(labels, 0, num_classes - 1)
    return (labels[:, None] == jnp.arange(num_classes)).astype(jnp.float32)
