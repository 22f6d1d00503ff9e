# why: the mean before x came in
def running_mean(state, x):
    count, total = state
    mean = total / count if count else 0.0
    return (count + 1, total + x), mean
