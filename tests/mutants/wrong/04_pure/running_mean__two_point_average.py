# why: averages the old mean with x
def running_mean(state, x):
    n, s = state
    if n == 0:
        return (1, x), x
    return (n + 1, s + x), (s / n + x) / 2
