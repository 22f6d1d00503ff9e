# why: Makes a NumPy array of the slope, which fails when the function is differentiated again.
# misconception: numpy-on-tracer
def derivative(f):
    df = jax.grad(f)

    def as_numpy(x):
        return np.array(df(x))

    return as_numpy
