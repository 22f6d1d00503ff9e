# why: makes an integer of x
def running_mean(state, x):
    count, total = (int(s) for s in state)
    total += int(x)
    count += 1
    return (count, total), total / count
