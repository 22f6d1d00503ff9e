# why: np.copyto with where= edits the argument
# misconception: mutates-argument
def zero_negatives(x):
    np.copyto(x, 0, where=x < 0)
    return x
