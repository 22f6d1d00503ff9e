# why: an instance with __call__ that holds the differentiated function and changes nothing
class WithGradient:
    def __init__(self, f):
        self.differentiated = jax.value_and_grad(f, has_aux=True)

    def __call__(self, x, y):
        (_, aux), gradient = self.differentiated(x, y)
        return gradient, aux


grad_with_residuals = WithGradient(squared_error_with_residuals)
