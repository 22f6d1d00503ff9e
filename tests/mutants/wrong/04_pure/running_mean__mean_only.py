# why: returns the mean and lets the new state go
def running_mean(state, x):
    n, s = state
    return (s + x) / (n + 1)
