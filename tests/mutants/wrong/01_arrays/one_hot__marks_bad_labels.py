# why: rewrites the bad labels in the caller's array (and a JAX array raises)
# misconception: mutates-argument | item-assignment
def one_hot(labels, num_classes):
    labels[labels >= num_classes] = -1
    return (labels[:, None] == jnp.arange(num_classes)).astype(jnp.float32)
