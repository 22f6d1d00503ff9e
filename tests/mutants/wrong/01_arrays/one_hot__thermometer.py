# why: <= instead of ==: ones up to the label's place
def one_hot(labels, num_classes):
    return (jnp.arange(num_classes) <= labels[:, None]).astype(jnp.float32)
