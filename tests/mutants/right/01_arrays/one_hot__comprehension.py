# why: nested comprehension, turned into a float array of the right shape even when there are no labels
def one_hot(labels, num_classes):
    rows = [[float(l == c) for c in range(num_classes)] for l in labels]
    return jnp.array(rows, dtype=jnp.float32).reshape(len(labels), num_classes)
