# why: uses np out of habit: the dtype is right but the result is a NumPy array, and the task insists on a jax.Array
def as_float32(values):
    return np.array(values, dtype=np.float32)
