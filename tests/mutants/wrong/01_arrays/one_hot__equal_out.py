# why: NumPy's out= does not exist in jnp
# misconception: out-argument
def one_hot(labels, num_classes):
    out = jnp.zeros((labels.shape[0], num_classes))
    jnp.add(out, labels[:, None] == jnp.arange(num_classes), out=out)
    return out
