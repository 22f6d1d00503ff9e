# why: OrderedDict is a dictionary that JAX knows
from collections import OrderedDict


def with_entry(params, layer, name, value):
    out = OrderedDict()
    for key in sorted(params):
        out[key] = OrderedDict(params[key])
    out[layer][name] = value
    return out
