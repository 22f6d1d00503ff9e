# why: walks over a vector with float(...) on each entry, so the loss is a number without a gradient and only 1-D works
def squared_error_with_residuals(x, y):
    total = 0.0
    residuals = []
    for a, b in zip(x, y):
        residuals.append(float(a) - float(b))
        total += residuals[-1] ** 2
    return total, jnp.array(residuals)
