# why: makes one flat dictionary with pairs as keys
def with_entry(params, layer, name, value):
    flat = {(l, n): a for l, inner in params.items() for n, a in inner.items()}
    flat[layer, name] = value
    return flat
