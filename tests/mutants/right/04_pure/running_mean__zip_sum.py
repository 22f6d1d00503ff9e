# why: adds (1, x) to the state number by number
def running_mean(state, x):
    new_state = tuple(s + d for s, d in zip(state, (1, x)))
    n, total = new_state
    return new_state, total / n
