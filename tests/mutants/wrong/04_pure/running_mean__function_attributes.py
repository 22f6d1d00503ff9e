# why: keeps count and total on the function and ignores the state
# misconception: hidden-state
def running_mean(state, x):
    running_mean.count += 1
    running_mean.total += x
    return (running_mean.count, running_mean.total), running_mean.total / running_mean.count


running_mean.count = 0
running_mean.total = 0.0
