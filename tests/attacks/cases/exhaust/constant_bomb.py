# wants: gigabytes of constants while Python compiles
# holds: cells are compiled in the worker, under its limits
# weaken: none: there is nothing to gain, only to break
text = (((("x" * 4000) * 250) * 100) * 10)
more = 1 << (1 << 29)

def huge(x): return None
