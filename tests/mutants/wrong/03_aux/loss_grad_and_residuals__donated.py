# why: donates x to jit to save memory, and the caller's array is deleted
# misconception: mutates-argument
from functools import partial


@partial(jax.jit, donate_argnums=(0,))
def loss_grad_and_residuals(x, y):
    return jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
