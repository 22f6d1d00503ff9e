# why: counts in globals and ignores the state it is given
# misconception: hidden-state
count = 0
total = 0.0


def running_mean(state, x):
    global count, total
    count += 1
    total += x
    return (count, total), total / count
