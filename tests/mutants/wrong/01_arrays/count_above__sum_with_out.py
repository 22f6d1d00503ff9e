# why: wants the sum written into a counter through out=
# misconception: out-argument
def count_above(x, threshold):
    total = jnp.zeros((), dtype=jnp.int32)
    return jnp.sum(x > threshold, out=total)
