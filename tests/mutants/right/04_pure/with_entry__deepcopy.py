# why: a deep copy belongs to the function, writing into it is fine
import copy


def with_entry(params, layer, name, value):
    new = copy.deepcopy(params)
    new[layer][name] = value
    return new
