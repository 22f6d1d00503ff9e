# why: returns a Python list where an array is due
def set_first(x, value):
    return [value] + list(x[1:])
