# why: three values instead of a pair with a pair inside
# misconception: nesting
def running_mean(state, x):
    count, total = state
    count = count + 1
    total = total + x
    return count, total, total / count
