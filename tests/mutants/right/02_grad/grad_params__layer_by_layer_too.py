# why: one layer after the other, the others held fixed; a defaultdict as the result
from collections import defaultdict


def grad_params(params, x, y):
    out = defaultdict(dict)
    for layer in reversed(list(params)):
        out[layer] = jax.grad(lambda part: mlp_loss({**params, layer: part}, x, y))(params[layer])
    return out
