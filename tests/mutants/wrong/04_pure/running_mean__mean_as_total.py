# why: puts the mean where the total belongs
def running_mean(state, x):
    count, mean = state
    new_mean = (mean * count + x) / (count + 1)
    return (count + 1, new_mean), new_mean
