# why: thought that a second name is a copy
# misconception: mutates-argument | item-assignment
def set_first(x, value):
    result = x  # keep x safe
    result[0] = value
    return result
