# why: insists on a Python int and float and raises for JAX scalars
def running_mean(state, x):
    count, total = state
    if not isinstance(count, int) or not isinstance(total, float):
        raise ValueError("state must be (int, float)")
    return (count + 1, total + x), (total + x) / (count + 1)
