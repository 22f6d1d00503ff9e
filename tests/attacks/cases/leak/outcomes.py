# wants: a hidden input in which way a check fails
# holds: not claimed (docs/threat-model.md): a few bits in outcome and hint, of data that are other for every submission
# weaken: none: a check must have an outcome
import os

def twice(x):
    if not getattr(x, "shape", ()) and int(x) % 2:
        os._exit(0)
    return None
