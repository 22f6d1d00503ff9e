# why: prints the loss with two decimals, and formatting a tracer fails when JAX differentiates
# misconception: print-in-traced
def squared_error_with_residuals(x, y):
    residuals = x - y
    loss = jnp.sum(residuals**2)
    print(f"loss = {loss:.2f}")
    return loss, residuals
