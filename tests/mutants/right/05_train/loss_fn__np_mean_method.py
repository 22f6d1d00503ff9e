# why: np.mean hands over to the tracer's own mean method, so it may stay
def loss_fn(theta, x, y):
    errors = model(theta, x) - y
    return np.mean(errors**2)
