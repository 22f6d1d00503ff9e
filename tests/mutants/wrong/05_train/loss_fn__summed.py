# why: the sum, not the mean
# misconception: sum-loss
def loss_fn(theta, x, y):
    residual = y - (theta[0] * x + theta[1])
    return residual @ residual
