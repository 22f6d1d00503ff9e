# why: works on the array of the example instead of the parameter
# misconception: stale-global | hard-coded
scores = jnp.array([4.0, 8.0, 15.0, 16.0])


def set_first(x, value):
    return scores.at[0].set(value)


print(set_first(scores, 1.0))
