# why: the default dictionary is shared by all calls and keeps old layers and values
# misconception: mutable-default
def with_entry(params, layer, name, value, result={}):
    for key in params:
        result.setdefault(key, {}).update(params[key])
    result[layer][name] = value
    return result
