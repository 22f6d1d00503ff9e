# why: takes the residuals as target minus prediction, so every sign is turned
# misconception: sign
def squared_error_with_residuals(x, y):
    residuals = y - x
    return jnp.sum(residuals**2), residuals
