# why: divides by the hundred points of the example
# misconception: hard-coded
N = 100


def loss_fn(theta, x, y):
    total = 0.0
    for xi, yi in zip(x, y):
        total = total + (theta[0] * xi + theta[1] - yi) ** 2
    return total / N
