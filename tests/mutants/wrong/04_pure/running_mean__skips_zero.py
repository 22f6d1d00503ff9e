# why: thinks that 0 adds nothing and does not count it
def running_mean(state, x):
    count, total = state
    if x != 0:
        count, total = count + 1, total + x
    return (count, total), total / max(count, 1)
