# why: a copy by way of JSON turns every array into a list
import json


def with_entry(params, layer, name, value):
    text = json.dumps(params, default=lambda a: np.asarray(a).tolist())
    new = json.loads(text)
    new[layer][name] = value
    return new
