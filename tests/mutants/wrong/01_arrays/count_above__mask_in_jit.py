# why: picks out the entries under jit, where the number of hits would be an unknown shape
# misconception: boolean-mask-in-jit
@jax.jit
def count_above(x, threshold):
    return x[x > threshold].size
