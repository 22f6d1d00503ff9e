# why: Works with its own named tuple inside and returns plain dicts.
from collections import namedtuple

Layer = namedtuple("Layer", ["w", "b"])


def grad_params(params, x, y):
    net = {k: Layer(w=v["w"], b=v["b"]) for k, v in params.items()}
    g = jax.grad(lambda net: mlp_loss({k: v._asdict() for k, v in net.items()}, x, y))(net)
    return {k: v._asdict() for k, v in g.items()}
