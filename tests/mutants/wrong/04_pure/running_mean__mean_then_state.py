# why: the mean comes first
def running_mean(state, x):
    count, total = state
    new_state = count + 1, total + x
    return new_state[1] / new_state[0], new_state
