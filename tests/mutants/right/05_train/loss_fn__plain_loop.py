# why: a Python loop over the points is slow but right, and JAX differentiates it
def loss_fn(theta, x, y):
    total = 0.0
    for i in range(len(x)):
        error = model(theta, x[i]) - y[i]
        total += error * error
    return total / len(x)
