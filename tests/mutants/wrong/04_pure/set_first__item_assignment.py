# why: wrote it as in NumPy: changes the caller's NumPy array and raises TypeError on a JAX array
# misconception: mutates-argument | item-assignment
def set_first(x, value):
    x[0] = value
    return x
