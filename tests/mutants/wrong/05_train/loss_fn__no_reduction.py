# why: forgot to take the mean; a loss for every point
# misconception: non-scalar
def loss_fn(theta, x, y):
    return (model(theta, x) - y) ** 2
