# why: keeps the total of a jitted step in a global "for debugging", where it is a tracer
# misconception: leaked-tracer | hidden-state
last_total = None


@jax.jit
def _step(count, total, x):
    global last_total
    count, total = count + 1, total + x
    last_total = total
    return count, total, total / count


def running_mean(state, x):
    count, total, mean = _step(*state, x)
    return (count, total), mean
