# why: A home-made dual number knows + and * only, so an f with jnp.sin or a division fails.
class Dual:
    def __init__(self, a, b=0.0):
        self.a, self.b = a, b

    def __add__(self, o):
        o = o if isinstance(o, Dual) else Dual(o)
        return Dual(self.a + o.a, self.b + o.b)

    def __mul__(self, o):
        o = o if isinstance(o, Dual) else Dual(o)
        return Dual(self.a * o.a, self.a * o.b + self.b * o.a)

    __radd__ = __add__
    __rmul__ = __mul__


def derivative(f):
    return lambda x: f(Dual(x, 1.0)).b
