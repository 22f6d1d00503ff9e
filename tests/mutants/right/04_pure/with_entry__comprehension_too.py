# why: comprehension at both depths
def with_entry(params, layer, name, value):
    return {
        outer: {key: leaf for key, leaf in inner.items() if not (outer == layer and key == name)}
        | ({name: value} if outer == layer else {})
        for outer, inner in params.items()
    }
