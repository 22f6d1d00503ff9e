# why: wraps labels out of range around
def one_hot(labels, num_classes):
    wrapped = labels % num_classes
    return jax.nn.one_hot(wrapped, num_classes)
