# why: a list as the pair, helpers from neighbouring code, a print
def squared_error_with_residuals(x, y, verbose=False):
    fns = (sum_squared_error, lambda a, b: jnp.asarray(a) - b)
    result = [fn(x, y) for fn in fns]
    if verbose:
        print(result)
    return result
