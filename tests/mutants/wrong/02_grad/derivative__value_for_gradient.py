# why: Thought the gradient comes first in `value_and_grad`, and so returns f itself.
# misconception: value-grad-order
def derivative(f):
    def df(x):
        slope, value = jax.value_and_grad(f)(x)
        return slope

    return df
