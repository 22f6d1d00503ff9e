# why: subtracts b from y in place through a reshaped view that shares the caller's memory
# misconception: mutates-argument
def _targets(y, b):
    column = y.reshape(-1)
    if isinstance(column, np.ndarray):
        column[:] = column - b
        return column
    return column - b


def loss_and_grad(params, x, y):
    t = _targets(y, params["b"])
    e = x @ params["w"] - t
    return (e**2).mean(), {"w": (2 * e[:, None] * x).mean(axis=0), "b": (2 * e).mean()}
