# why: sends strangers to an extra class and cuts that class off
def one_hot(labels, num_classes):
    labels = jnp.asarray(labels).astype(int)
    inside = (0 <= labels) & (labels < num_classes)
    return jnp.eye(num_classes + 1)[jnp.where(inside, labels, num_classes)][:, :num_classes]
