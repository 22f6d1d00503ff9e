# why: the recursive helper hides the item assignment, the caller's dictionary still changes
# misconception: mutates-container
def put(tree, path, value):
    first, *rest = path
    if rest:
        put(tree[first], rest, value)
    else:
        tree[first] = value
    return tree


def with_entry(params, layer, name, value):
    return put({**params}, [layer, name], value)
