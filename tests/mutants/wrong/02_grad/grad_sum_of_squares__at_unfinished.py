# why: Stopped at the index helper, which is not an array.
# misconception: at-unfinished
def grad_sum_of_squares(x):
    doubled = jnp.add(x, x)
    return doubled.at[...]
