# why: an object that knows how to be called, holding only f
class _Derivative:
    __slots__ = ("_f",)

    def __init__(self, f):
        self._f = f

    def __call__(self, x):
        value, pullback = jax.vjp(self._f, jnp.asarray(x, dtype=float))
        (slope,) = pullback(jnp.ones_like(value))
        return slope


def derivative(f):
    return _Derivative(f)
