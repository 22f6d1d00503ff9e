# why: a tuple cannot be assigned to
def running_mean(state, x):
    state[0] += 1
    state[1] += x
    return state, state[1] / state[0]
