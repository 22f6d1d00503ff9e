# why: copy.copy is not copy.deepcopy
# misconception: mutates-container
from copy import copy


def with_entry(params, layer, name, value):
    p = copy(params)
    inner = p[layer]
    inner[name] = value
    p[layer] = inner
    return p
