# why: np.square on a tracer: the value is right, the gradient is an error
# misconception: numpy-on-tracer
def loss_fn(theta, x, y):
    return np.mean(np.square(model(theta, x) - y))
