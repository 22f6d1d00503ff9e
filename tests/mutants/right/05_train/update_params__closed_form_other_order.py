# why: the closed form, the dict in another order, Python floats
import numpy as np


def update_params(params, x, y, lr=0.1):
    w, b = float(params["w"]), float(params["b"])
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    r = w * x + b - y
    return dict(b=b - 2 * lr * float(np.mean(r)), w=w - 2 * lr * float(np.mean(r * x)))
