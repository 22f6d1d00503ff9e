# why: goes through a dict of rows keyed by label, so equal labels share one row and rows come out too few
def one_hot(labels, num_classes):
    rows = {}
    for l in np.asarray(labels).tolist():
        rows[l] = [float(c == l) for c in range(num_classes)]
    return jnp.array(list(rows.values()))
