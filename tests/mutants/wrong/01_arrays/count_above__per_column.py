# why: builtin sum goes along the first axis only: one count for every column
def count_above(x, threshold):
    return sum(x > threshold)
