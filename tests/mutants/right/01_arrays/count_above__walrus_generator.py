# why: builtin sum over a generator, with a walrus for the flat array
def count_above(x, threshold):
    return sum(1 for v in flat if v > threshold) if (flat := np.ravel(np.asarray(x))).size else 0
