# why: returns the state as it came in
def running_mean(state, x):
    count, total = state
    count += 1
    total = total + x
    return state, total / count
