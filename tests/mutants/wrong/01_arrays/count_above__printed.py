# why: prints the count instead of returning it
def count_above(x, threshold):
    print("above:", jnp.sum(x > threshold))
