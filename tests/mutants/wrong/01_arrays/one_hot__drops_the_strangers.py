# why: leaves labels out of range out, so there are fewer rows than labels
def one_hot(labels, num_classes):
    rows = []
    for label in labels:
        if 0 <= label < num_classes:
            rows.append([1.0 if k == label else 0.0 for k in range(num_classes)])
    return jnp.array(rows)
