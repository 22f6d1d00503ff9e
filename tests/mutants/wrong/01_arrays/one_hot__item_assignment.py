# why: writes ones into a JAX array
# misconception: item-assignment
def one_hot(labels, num_classes):
    result = jnp.zeros((len(labels), num_classes))
    for i in range(len(labels)):
        if 0 <= labels[i] < num_classes:
            result[i, labels[i]] = 1.0
    return result
