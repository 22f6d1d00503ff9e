# why: takes the middle between the old mean and x, which gives the last number too much weight
def running_mean(state, x):
    count, total = state
    if count == 0:
        return (1, x), x
    mean = (total / count + x) / 2
    return (count + 1, total + x), mean
