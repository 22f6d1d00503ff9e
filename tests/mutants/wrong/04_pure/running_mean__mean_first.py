# why: returns (mean, state) instead of (state, mean)
def running_mean(state, x):
    count, total = state
    count += 1
    total += x
    return total / count, (count, total)
