# why: rounds to two digits because it looks nicer
def running_mean(state, x):
    count, total = state
    count = count + 1
    total = round(float(total + x), 2)
    return (count, total), round(total / count, 2)
