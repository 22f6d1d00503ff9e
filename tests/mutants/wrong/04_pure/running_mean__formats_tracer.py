# why: formats a tracer in a print inside a jitted function
# misconception: print-in-traced
@jax.jit
def running_mean(state, x):
    count, total = state
    count, total = count + 1, total + x
    mean = total / count
    print(f"mean so far: {mean:.2f}")
    return (count, total), mean
