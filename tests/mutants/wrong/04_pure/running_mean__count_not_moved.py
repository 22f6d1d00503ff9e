# why: forgot to count the new number
def running_mean(state, x):
    count, total = state
    total = total + x
    return (count, total), total / (count + 1)
