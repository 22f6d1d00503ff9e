# why: keeps the classes of the first call in a global and uses them for every later one
# misconception: hidden-state
classes = None


def one_hot(labels, num_classes):
    global classes
    if classes is None:
        classes = jnp.arange(num_classes)
    return (labels[:, None] == classes).astype(jnp.float32)
