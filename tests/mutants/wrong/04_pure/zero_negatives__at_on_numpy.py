# why: a NumPy array has no .at
# misconception: at-on-numpy
def zero_negatives(x):
    return x.at[x < 0].set(0)
