# why: back-propagation by hand in float64 NumPy
import numpy as np


def grad_params(params, x, y):
    W, b, v, c, X, Y = (
        np.asarray(t, dtype=np.float64)
        for t in (params["hidden"]["w"], params["hidden"]["b"], params["out"]["w"], params["out"]["b"], x, y)
    )
    h = np.tanh(X @ W + b)
    e = 2 * (h @ v + c - Y) / len(Y)
    dz = np.outer(e, v) * (1 - h * h)
    return {
        "out": {"b": e.sum(), "w": h.T @ e},
        "hidden": {"b": dz.sum(axis=0), "w": X.T @ dz},
    }
