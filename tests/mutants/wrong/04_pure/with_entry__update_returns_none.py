# why: .update returns None
def with_entry(params, layer, name, value):
    new = {k: {**v} for k, v in params.items()}
    return new[layer].update({name: value})
