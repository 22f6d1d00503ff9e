# why: a module counter that is never set back to zero
# misconception: hidden-state
count = 0


def count_above(x, threshold):
    global count
    for v in np.ravel(x):
        if v > threshold:
            count += 1
    return count
