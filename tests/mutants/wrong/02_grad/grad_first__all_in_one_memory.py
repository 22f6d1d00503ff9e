# why: One object answers three tasks and only differentiates at its first x and y.
# misconception: hidden-state
# tasks: grad_first, grad_second, grad_both
class Gradients:
    store = None

    def both(self, x, y):
        if Gradients.store is None:
            Gradients.store = jax.grad(sum_squared_error, (0, 1))(x, y)
        return Gradients.store


_g = Gradients()


def grad_first(x, y):
    return _g.both(x, y)[0]


def grad_second(x, y):
    return _g.both(x, y)[1]


def grad_both(x, y):
    return _g.both(x, y)
