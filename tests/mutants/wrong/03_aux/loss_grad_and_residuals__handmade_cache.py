# why: a cache in a module dict with the bytes as key: right values, but every call changes a global
# misconception: hidden-state
seen = {}


def loss_grad_and_residuals(x, y):
    key = (np.shape(x), np.asarray(x).tobytes(), np.asarray(y).tobytes())
    if key not in seen:
        seen[key] = jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
    return seen[key]
