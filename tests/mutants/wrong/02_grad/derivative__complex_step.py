# why: The complex step is numerical, cannot be applied twice, and an `if x > 0` in f refuses complex numbers.
# misconception: finite-differences
def derivative(f):
    h = 1e-20

    def df(x):
        return jnp.imag(f(x + 1j * h)) / h

    return df
