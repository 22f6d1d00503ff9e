# why: turns the residuals into a NumPy array for plotting, which fails as soon as JAX differentiates
# misconception: numpy-on-tracer
def squared_error_with_residuals(x, y):
    loss = sum_squared_error(x, y)
    return loss, np.asarray(x - y)
