# why: the gradient as a tuple of one
# misconception: argnums-tuple
def loss_grad_and_residuals(x, y):
    def f(a, b):
        d = a - b
        return (d ** 2).sum(), d

    return jax.value_and_grad(f, argnums=[0], has_aux=True)(x, y)
