# why: divides by the old count, which is 0 at the first number
def running_mean(state, x):
    count, total = state
    mean = (total + x) / count
    return (count + 1, total + x), mean
