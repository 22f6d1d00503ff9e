# why: cats, dogs and birds: always three columns
# misconception: hard-coded
def one_hot(labels, num_classes):
    classes = jnp.array([0, 1, 2])
    return (labels[:, None] == classes).astype(jnp.float32)
