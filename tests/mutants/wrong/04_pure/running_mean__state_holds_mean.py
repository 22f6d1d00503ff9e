# why: puts the mean where the total belongs, so it is wrong from the second number on
def running_mean(state, x):
    count, mean = state
    count = count + 1
    mean = mean + (x - mean) / count
    return (count, mean), mean
