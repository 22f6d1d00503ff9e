# why: (loss, (residuals, gradient))
# misconception: nesting
def loss_grad_and_residuals(x, y):
    def f(a):
        return sum_squared_error(a, y), a - y

    (value, aux), g = jax.value_and_grad(f, has_aux=True)(x)
    return value, (aux, g)
