# why: keeps the gradient of the first call in a dict and finds it again for any other data
# misconception: hidden-state
_memory = {}


def grad_with_residuals(x, y):
    if "answer" not in _memory:
        _memory["answer"] = jax.grad(squared_error_with_residuals, has_aux=True)(x, y)
    return _memory["answer"]
