# why: keeps the zeros, not what .set returns
# misconception: update-dropped
def one_hot(labels, num_classes):
    out = jnp.zeros((labels.shape[0], num_classes))
    for i, l in enumerate(labels):
        if 0 <= l < num_classes:
            out.at[i, l].set(1.0)
    return out
