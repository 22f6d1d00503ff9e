# why: reuses the memory of x with out=, which NumPy does to the caller's array and JAX refuses
# misconception: mutates-argument | out-argument | numpy-on-tracer
def squared_error_with_residuals(x, y):
    residuals = np.subtract(x, y, out=x)
    return jnp.sum(residuals**2), residuals
