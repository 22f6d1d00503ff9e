# why: first row, brought to the right shape and dtype, then the rest
def set_first(x, value):
    x = jnp.asarray(x)
    head = jnp.broadcast_to(jnp.asarray(value, dtype=x.dtype), x[:1].shape)
    return jnp.concatenate([head, x[1:]], axis=0)
