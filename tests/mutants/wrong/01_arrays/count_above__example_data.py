# why: counts in the data of the worked example, copied into a global, instead of in x
# misconception: stale-global
nights_table = jnp.array([[-4.0, 1.5, -0.5], [3.0, 0.0, -2.0]])


def count_above(x, threshold):
    return jnp.sum(nights_table > threshold)
