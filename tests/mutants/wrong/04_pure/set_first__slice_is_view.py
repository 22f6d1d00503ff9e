# why: x[:] copies a Python list but is only a view of a NumPy array
# misconception: mutates-argument | item-assignment
def set_first(x, value):
    new = x[:]
    new[0] = value
    return new
