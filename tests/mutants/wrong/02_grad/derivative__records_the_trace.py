# why: Appends what f saw to an outer list, and these are tracers.
# misconception: leaked-tracer
history = []


def derivative(f):
    def watched(x):
        y = f(x)
        history.append((x, y))
        return y

    return jax.grad(watched)
