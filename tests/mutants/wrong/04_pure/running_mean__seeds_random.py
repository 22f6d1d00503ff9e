# why: seeds NumPy out of habit, which changes the global random state
# misconception: global-random
def running_mean(state, x):
    np.random.seed(0)
    count, total = state
    count, total = count + 1, total + x
    return (count, total), total / count
