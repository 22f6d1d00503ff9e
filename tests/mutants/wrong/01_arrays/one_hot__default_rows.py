# why: collects rows in a default list that is never emptied
# misconception: mutable-default
def one_hot(labels, num_classes, rows=[]):
    for l in labels:
        rows.append([float(c == l) for c in range(num_classes)])
    return jnp.array(rows)
