# why: believed that reshape copies; it is a view of the caller's array
# misconception: mutates-argument
def model(theta, x):
    if isinstance(x, np.ndarray) and isinstance(theta, np.ndarray):
        line = x.reshape(-1)
        line[:] = theta[0] * line + theta[1]
        return line.reshape(x.shape)
    return theta[0] * x + theta[1]
