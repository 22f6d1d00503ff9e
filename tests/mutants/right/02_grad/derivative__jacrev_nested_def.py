# why: The reverse-mode Jacobian of a scalar function has shape ().
def derivative(f):
    def slope(x):
        return jax.jacrev(f)(x)

    return slope
