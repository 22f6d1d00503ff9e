# why: asks for one segment per amount instead of one per box
def add_at(x, indices, amounts):
    indices = jnp.asarray(indices)
    sums = jax.ops.segment_sum(jnp.asarray(amounts), indices, num_segments=len(indices))
    return jnp.asarray(x) + sums
