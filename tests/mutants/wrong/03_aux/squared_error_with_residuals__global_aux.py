# why: leaves the residuals in a global next to returning them; under grad that is a tracer
# misconception: leaked-tracer | hidden-state
RESIDUALS = {}


def squared_error_with_residuals(x, y):
    RESIDUALS["last"] = x - y
    return jnp.sum(RESIDUALS["last"] ** 2), RESIDUALS["last"]
