# why: floor division
def running_mean(state, x):
    count = state[0] + 1
    total = state[1] + x
    return (count, total), total // count
