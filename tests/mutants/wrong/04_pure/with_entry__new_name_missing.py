# why: goes through the names there are, so a new name is never added
def with_entry(params, layer, name, value):
    out = {}
    for l, inner in params.items():
        out[l] = {}
        for n, a in inner.items():
            out[l][n] = value if (l == layer and n == name) else a
    return out
