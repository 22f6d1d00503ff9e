# why: Formats the point with `:.3f`, which fails for the tracer of the second derivative.
# misconception: print-in-traced
def derivative(f):
    def df(x):
        print(f"slope at {x:.3f}")
        return jax.grad(f)(x)

    return df
