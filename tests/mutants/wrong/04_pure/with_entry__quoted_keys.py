# why: writes the words layer and name instead of using the parameters
# misconception: hard-coded
def with_entry(params, layer, name, value):
    return {**params, "layer": {**params[layer], "name": value}}
