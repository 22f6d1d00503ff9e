# why: puts the residuals first because they are computed first
# misconception: aux-order
def squared_error_with_residuals(x, y):
    residuals = x - y
    loss = jnp.sum(residuals**2)
    return residuals, loss
