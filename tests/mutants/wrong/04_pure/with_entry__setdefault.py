# why: setdefault leaves what is there
def with_entry(params, layer, name, value):
    new = {k: dict(v) for k, v in params.items()}
    new.setdefault(layer, {}).setdefault(name, value)
    return new
