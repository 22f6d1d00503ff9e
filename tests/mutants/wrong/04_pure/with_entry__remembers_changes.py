# why: keeps all changes in a global and applies old ones again
# misconception: hidden-state
changes = []


def with_entry(params, layer, name, value):
    changes.append((layer, name, value))
    new = {k: dict(v) for k, v in params.items()}
    for l, n, v in changes:
        if l in new:
            new[l][n] = v
    return new
