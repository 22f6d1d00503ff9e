# why: returns the encoder and not the encoded labels
def one_hot(labels, num_classes):
    def encode(l):
        return (l[:, None] == jnp.arange(num_classes)).astype(jnp.float32)

    return encode
