# why: Stores the traced y in a global for a later look.
# misconception: leaked-tracer
last = {}


def grad_second(x, y):
    def loss(y):
        last["y"] = y
        return sum_squared_error(x, y)

    return jax.grad(loss)(y)
