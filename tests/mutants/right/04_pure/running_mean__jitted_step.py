# why: a jitted pure function takes and returns the state
@jax.jit
def running_mean(state, x):
    count, total = state
    count = count + 1
    total = total + x
    print("tracing")  # harmless
    return (count, total), total / count
