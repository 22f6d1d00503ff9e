# why: the errors are computed in the caller's y where theta is NumPy
# misconception: mutates-argument
def loss_fn(theta, x, y):
    y -= theta[0] * x + theta[1]
    return (y ** 2).mean()
