# why: .at belongs to JAX arrays; a NumPy argument raises AttributeError
# misconception: at-on-numpy
def set_first(x, value):
    return x.at[0].set(value)
