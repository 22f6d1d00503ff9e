# why: The class itself is `derivative`; calling it with f gives a callable instance.
class derivative:
    def __init__(self, f):
        self.f = f

    def __call__(self, x):
        value, slope = jax.value_and_grad(self.f)(x)
        return slope
