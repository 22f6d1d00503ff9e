# why: collects the rows in a list of the module that is never emptied
# misconception: hidden-state
all_rows = []


def squared_distances(a, b):
    for point in a:
        all_rows.append(((point - b) ** 2).sum(axis=-1))
    return jnp.stack(all_rows[-len(a) :])
