# why: a map over the entries that are there: a new name is never reached
from jax.tree_util import DictKey, tree_map_with_path


def with_entry(params, layer, name, value):
    target = (DictKey(layer), DictKey(name))
    return tree_map_with_path(lambda path, leaf: value if path == target else leaf, params)
