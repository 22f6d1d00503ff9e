# why: moves the bad labels to the edges with out=, inside the caller's array
# misconception: mutates-argument
def one_hot(labels, num_classes):
    if isinstance(labels, np.ndarray):
        np.clip(labels, -1, num_classes, out=labels)
    return (jnp.asarray(labels)[:, None] == jnp.arange(num_classes)).astype(jnp.float32)
