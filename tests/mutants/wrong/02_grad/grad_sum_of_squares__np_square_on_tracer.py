# why: Uses NumPy's `np.square` and `np.dot` in the differentiated function; they cannot take tracers.
# misconception: numpy-on-tracer
def grad_sum_of_squares(x):
    def f(v):
        v = np.ravel(np.square(v))
        return np.dot(v, np.ones(len(v)))

    return jax.grad(f)(x)
