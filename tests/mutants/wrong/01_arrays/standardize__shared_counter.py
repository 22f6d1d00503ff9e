# why: both functions count their calls in one global
# misconception: hidden-state
# tasks: standardize, count_above
N_CALLS = 0


def standardize(x):
    global N_CALLS
    N_CALLS += 1
    return (x - jnp.mean(x)) / jnp.std(x)


def count_above(x, threshold):
    global N_CALLS
    N_CALLS += 1
    return jnp.sum(x > threshold)
