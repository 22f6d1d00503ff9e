# why: the example had whole numbers, so x is cut to an int
# misconception: int-truncates
def running_mean(state, x):
    count, total = state
    count, total = count + 1, total + int(x)
    return (count, total), total / count
