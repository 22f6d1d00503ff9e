# why: // throws the fraction away
def running_mean(state, x):
    count, total = state[0] + 1, state[1] + x
    return (count, total), total // count
