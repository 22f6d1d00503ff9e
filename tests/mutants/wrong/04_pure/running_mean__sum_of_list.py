# why: jnp.sum does not take a list
# misconception: list-to-jnp
def running_mean(state, x):
    count, total = state
    total = jnp.sum([total, x])
    count = count + 1
    return (count, total), total / count
