# why: `.at[].multiply` makes a new array, which is thrown away; x comes back unchanged.
# misconception: update-dropped
def grad_sum_of_squares(x):
    x = jnp.asarray(x)
    x.at[...].multiply(2)
    return x
