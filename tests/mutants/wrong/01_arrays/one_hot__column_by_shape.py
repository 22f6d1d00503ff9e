# why: makes a column of the labels by assigning to .shape, which reshapes the caller's array
# misconception: mutates-argument
def one_hot(labels, num_classes):
    labels.shape = (labels.size, 1)
    return (labels == jnp.arange(num_classes)).astype(jnp.float32)
