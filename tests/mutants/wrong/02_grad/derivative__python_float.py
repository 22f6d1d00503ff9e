# why: float() (by .item()) takes the result out of JAX: the second derivative is zero or fails
# misconception: item-kills-gradient
def derivative(f):
    def df(x):
        return jax.grad(f)(x).item()

    return df
