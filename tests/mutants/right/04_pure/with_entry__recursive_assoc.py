# why: a pure recursive helper for any depth
def assoc(tree, path, value):
    """A new tree with value at path."""
    if not path:
        return value
    key, *rest = path
    return {**tree, key: assoc(tree.get(key, {}), rest, value)}


def with_entry(params, layer, name, value):
    return assoc(params, [layer, name], value)
