# why: jit over a global number of classes that stays what it was when the page was run
# misconception: stale-global | hard-coded
K = 3


@jax.jit
def _encode(labels):
    return (labels[:, None] == jnp.arange(K)).astype(jnp.float32)


def one_hot(labels, num_classes):
    return _encode(labels)
