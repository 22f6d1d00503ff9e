# why: caches by the function's name in a module dict; every lambda is called <lambda>
# misconception: hidden-state
_derivatives = {}


def derivative(f):
    name = getattr(f, "__name__", repr(f))
    if name not in _derivatives:
        _derivatives[name] = jax.grad(f)
    return _derivatives[name]
