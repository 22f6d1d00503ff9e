# why: a comprehension copies every layer and adds to one of them
def with_entry(params, layer, name, value):
    return {key: ({**inner, name: value} if key == layer else dict(inner)) for key, inner in params.items()}
