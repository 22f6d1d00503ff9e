# why: uses r @ r, which is a scalar for vectors only
def loss_grad_and_residuals(x, y):
    r = x - y
    return (r @ r, r), 2 * r
