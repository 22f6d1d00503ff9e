# why: moves the old mean towards x; the same number by another formula
def running_mean(state, x):
    count, total = state
    old = total / count if count else 0.0
    n = count + 1
    return (n, total + x), old + (x - old) / n
