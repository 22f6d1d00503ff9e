# why: collects into a default list, which is made once and grows from call to call
# misconception: mutable-default
def as_float32(values, out=[]):
    if isinstance(values, (list, tuple)):
        for v in values:
            out.append(v)
        return jnp.array(out, dtype=jnp.float32)
    return jnp.array(values, dtype=jnp.float32)
