# why: np.dot of the residuals, which cannot be differentiated
# misconception: numpy-on-tracer
def loss_fn(theta, x, y):
    r = np.array(y) - np.array(model(theta, x))
    return np.dot(r, r) / r.size
