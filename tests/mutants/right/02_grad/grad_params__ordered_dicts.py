# why: An OrderedDict of OrderedDicts with the same keys is a nested dict, in another order.
from collections import OrderedDict


def grad_params(params, x, y):
    g = jax.grad(mlp_loss)(params, x, y)
    return OrderedDict(
        (layer, OrderedDict((k, g[layer][k]) for k in reversed(list(g[layer])))) for layer in ("out", "hidden")
    )
