# why: makes a deep copy, then writes into the original and returns the copy
# misconception: mutates-container
import copy


def with_entry(params, layer, name, value):
    backup = copy.deepcopy(params)
    params[layer][name] = value
    return backup
