# why: the closure remembers the sum
# misconception: hidden-state
def make():
    total = 0.0

    def running_mean(state, x):
        nonlocal total
        total = total + x
        n = state[0] + 1
        return (n, total), total / n

    return running_mean


running_mean = make()
