# why: a deep copy of everything but the value
import copy


def with_entry(params, layer, name, value):
    new = copy.deepcopy(params)
    new[layer][name] = value
    return new
