# why: makes a deep copy, then edits the original and returns the copy unchanged
import copy


def with_entry(params, layer, name, value):
    new = copy.deepcopy(params)
    params[layer][name] = value
    return new
