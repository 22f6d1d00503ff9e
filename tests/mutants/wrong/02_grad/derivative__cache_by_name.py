# why: Caches by `__name__`, and all lambdas are called "<lambda>".
# misconception: hidden-state
_known = {}


def derivative(f):
    name = getattr(f, "__name__", repr(f))
    if name not in _known:
        _known[name] = jax.grad(f)
    return _known[name]
