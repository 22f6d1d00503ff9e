# why: Forward mode: for a number in and a number out the Jacobian is the derivative.
def derivative(f):
    return jax.jacfwd(f)
