# why: prints the count with a format inside jit, where it is a tracer
# misconception: print-in-traced
@jax.jit
def count_above(x, threshold):
    n = jnp.sum(x > threshold)
    print(f"{n:d} entries above {threshold:.2f}")
    return n
