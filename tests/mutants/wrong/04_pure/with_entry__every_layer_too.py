# why: replaces the name in every layer that has it
def with_entry(params, layer, name, value):
    def swap(path, leaf):
        return value if path[-1].key == name else leaf

    return jax.tree_util.tree_map_with_path(swap, params)
