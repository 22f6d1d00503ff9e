# why: the gradient of "entry number l of v" is one-hot, and zero where no entry is looked up
def one_hot(labels, num_classes):
    def lookup(v, l):
        inside = (l >= 0) & (l < num_classes)
        return jnp.where(inside, v[jnp.clip(l, 0, num_classes - 1)], 0.0)

    zeros = jnp.zeros(num_classes)
    lab = jnp.asarray(labels, dtype=jnp.int32)
    return jax.vmap(jax.grad(lookup), in_axes=(None, 0))(zeros, lab)
