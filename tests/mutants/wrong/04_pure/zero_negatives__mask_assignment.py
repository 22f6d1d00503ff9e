# why: overwrites the caller's NumPy array; TypeError with a JAX array
# misconception: mutates-argument | item-assignment
def zero_negatives(x):
    x[x < 0] = 0
    return x
