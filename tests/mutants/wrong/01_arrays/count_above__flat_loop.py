# why: loops over x as if it were a vector: rows have no truth value
def count_above(x, threshold):
    count = 0
    for v in x:
        if v > threshold:
            count += 1
    return count
