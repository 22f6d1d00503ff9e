# why: np.zeros has no .at
# misconception: at-on-numpy
def one_hot(labels, num_classes):
    table = np.zeros((len(labels), num_classes))
    safe = jnp.where(jnp.asarray(labels) < 0, num_classes, labels)
    return table.at[jnp.arange(len(labels)), safe].set(1.0)
