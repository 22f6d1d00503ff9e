# why: the mean is right but the old state comes out
def running_mean(state, x):
    n, s = state
    mean = (s + x) / (n + 1)
    return state, mean
