# why: Donates params to jit; the caller's JAX arrays are deleted.
# misconception: mutates-argument | mutates-container
fast_grad = jax.jit(jax.grad(mlp_loss), donate_argnums=0)


def grad_params(params, x, y):
    return fast_grad(params, x, y)
