# why: np.count_nonzero cannot look into a tracer
# misconception: numpy-on-tracer
@jax.jit
def count_above(x, threshold):
    return np.count_nonzero(x > threshold)
