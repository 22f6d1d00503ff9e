# why: copies first, which is fine for NumPy, but the copy of a JAX array is a JAX array and cannot be assigned to
# misconception: item-assignment
def set_first(x, value):
    y = x.copy()
    y[0] = value
    return y
