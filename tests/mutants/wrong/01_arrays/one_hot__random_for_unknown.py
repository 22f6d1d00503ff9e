# why: gives labels out of range a random class
# misconception: global-random
def one_hot(labels, num_classes):
    lab = np.array(labels)
    bad = (lab < 0) | (lab >= num_classes)
    lab[bad] = np.random.randint(num_classes, size=bad.sum())
    return jnp.eye(num_classes)[lab]
