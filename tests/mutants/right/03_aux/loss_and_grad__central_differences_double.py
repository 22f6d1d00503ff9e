# why: central differences of a quadratic function in float64 are exact to rounding, and this task does not ask how
def loss_and_grad(params, x, y):
    x = np.array(x, dtype=np.float64)
    y = np.array(y, dtype=np.float64)
    p = {name: np.array(value, dtype=np.float64) for name, value in params.items()}

    def loss_at(q):
        return np.mean((x @ q["w"] + q["b"] - y) ** 2)

    grads = {}
    for name, value in p.items():
        g = np.zeros(value.shape)
        for i in np.ndindex(value.shape):
            up, down = value.copy(), value.copy()
            h = 1e-2 * (1 + abs(value[i]))
            up[i] += h
            down[i] -= h
            g[i] = (loss_at({**p, name: up}) - loss_at({**p, name: down})) / (up[i] - down[i])
        grads[name] = g
    return loss_at(p), grads
