# why: the loop stops one point early
def loss_fn(theta, x, y):
    total = 0.0
    for i in range(len(x) - 1):
        total = total + (model(theta, x[i]) - y[i]) ** 2
    return total / len(x)
