# why: remembers all numbers as an attribute of the function
# misconception: hidden-state
def running_mean(state, x):
    running_mean.seen = getattr(running_mean, "seen", []) + [x]
    total = sum(running_mean.seen)
    n = len(running_mean.seen)
    return (n, total), total / n
