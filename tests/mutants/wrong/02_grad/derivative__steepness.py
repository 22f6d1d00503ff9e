# why: Took slope to mean steepness and dropped the sign.
# misconception: sign
def derivative(f):
    df = jax.grad(f)
    return lambda x: abs(df(x))
