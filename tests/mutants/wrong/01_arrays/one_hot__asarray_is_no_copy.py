# why: np.asarray is the caller's array, or a read-only view of a JAX one
# misconception: read-only-view | mutates-argument
def one_hot(labels, num_classes):
    lab = np.asarray(labels)
    lab[lab < 0] = num_classes
    out = np.zeros((len(lab), num_classes + 1), dtype=np.float32)
    out[np.arange(len(lab)), np.minimum(lab, num_classes)] = 1
    return jnp.array(out[:, :num_classes])
