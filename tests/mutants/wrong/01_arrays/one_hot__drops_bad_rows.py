# why: throws labels out of range away, so rows are missing
def one_hot(labels, num_classes):
    labels = np.asarray(labels)
    good = labels[(labels >= 0) & (labels < num_classes)]
    return jnp.asarray(good[:, None] == np.arange(num_classes), jnp.float32)
