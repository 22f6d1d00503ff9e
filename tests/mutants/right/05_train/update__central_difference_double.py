# why: the loss is quadratic, so a central difference in NumPy's double precision is exact but for rounding
def update(theta, x, y, lr=0.1):
    t, x, y = (np.asarray(a, dtype=np.float64) for a in (theta, x, y))
    loss = lambda t: np.mean((t[0] * x + t[1] - y) ** 2)
    h = 0.5
    g = np.array([(loss(t + h * e) - loss(t - h * e)) / (2 * h) for e in np.eye(2)])
    return t - lr * g
