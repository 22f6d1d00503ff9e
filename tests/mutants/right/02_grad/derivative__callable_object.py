# why: Returns an object that can be called; it is a function for all who use it.
class Derivative:
    """f' as an object."""

    def __init__(self, f):
        self._gradient = jax.grad(f)

    def __call__(self, x):
        return self._gradient(x)


def derivative(f):
    return Derivative(f)
