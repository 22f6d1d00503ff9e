# why: always two nested loops, made for tables only
def count_above(x, threshold):
    c = 0
    for row in x:
        for v in row:
            c += int(v > threshold)
    return c
