# why: an OrderedDict with the keys in the other order
from collections import OrderedDict


def update_params(params, x, y, lr=0.1):
    g = jax.grad(params_loss)(dict(params), x, y)
    return OrderedDict([("b", params["b"] - lr * g["b"]), ("w", params["w"] - lr * g["w"])])
