# why: checks the upper end only, so -1 lights up the last class
def one_hot(labels, num_classes):
    res = []
    for lab in labels:
        row = [0.0] * num_classes
        if lab < num_classes:
            row[lab] = 1.0
        res.append(row)
    return jnp.array(res)
