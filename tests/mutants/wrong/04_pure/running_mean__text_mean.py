# why: the mean comes back as text
def running_mean(state, x):
    count, total = state
    count, total = count + 1, total + x
    return (count, total), f"{float(total / count):.4f}"
