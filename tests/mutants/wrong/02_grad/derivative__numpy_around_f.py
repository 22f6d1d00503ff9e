# why: Wants to be sure that f returns a float and calls NumPy on a tracer.
# misconception: numpy-on-tracer
def derivative(f):
    def safe_f(x):
        return np.float32(f(x))

    return jax.grad(safe_f)
