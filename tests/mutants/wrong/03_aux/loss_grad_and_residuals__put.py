# why: np.put writes the differences into x itself when x is a NumPy array
# misconception: mutates-argument
def loss_grad_and_residuals(x, y):
    if isinstance(x, np.ndarray):
        np.put(x, np.arange(x.size), x - y)
        residuals = x.copy()
    else:
        residuals = x - y
    return (jnp.sum(residuals**2), residuals), 2 * residuals
