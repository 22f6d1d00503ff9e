# why: a zero is taken for no number
def running_mean(state, x):
    count, total = state
    if not x:
        return state, total / max(count, 1)
    count, total = count + 1, total + x
    return (count, total), total / count
