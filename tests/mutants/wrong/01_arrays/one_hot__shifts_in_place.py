# why: shifts the labels by one in place so that column 0 can be cut off
# misconception: mutates-argument
def one_hot(labels, num_classes):
    labels += 1
    wide = labels[:, None] == jnp.arange(num_classes + 1)
    return wide[:, 1:].astype(jnp.float32)
