# why: thinks the positive root is a way to drop the negatives; the squares also overflow
def zero_negatives(x):
    x = jnp.asarray(x)
    return (x + jnp.sqrt(x**2)) * 0.5
