# why: the mean is taken before x is added
def running_mean(state, x):
    count, total = state
    mean = total / count if count > 0 else 0.0
    return (count + 1, total + x), mean
