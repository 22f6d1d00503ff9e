# why: forgets to add the squares up, and grad needs one number
# misconception: non-scalar
# not recognised: its value alone does not show it
def grad_with_residuals(x, y):
    def squares(x):
        return (x - y) ** 2, x - y

    return jax.grad(squares, has_aux=True)(x)
