# why: NumPy's maximum cannot work on a tracer
# misconception: numpy-on-tracer
@jax.jit
def zero_negatives(x):
    return np.maximum(x, 0)
