# why: the complex step is a numerical method, and |x|, branches and custom rules break it
def derivative(f):
    """Complex step: no cancellation!"""
    h = 1e-10
    return lambda x: jnp.imag(f(x + 1j * h)) / h
