# why: gets the strangers out of the way by overwriting the caller's labels
# misconception: mutates-argument | item-assignment
def one_hot(labels, num_classes):
    labels[labels < 0] = num_classes
    return jax.nn.one_hot(labels, num_classes)
