# why: the new state has total and count the other way round
def running_mean(state, x):
    n, total = state
    n, total = n + 1, total + x
    return (total, n), total / n
