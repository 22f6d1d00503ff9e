# why: Fills a JAX array entry by entry with square brackets.
# misconception: item-assignment
def grad_sum_of_squares(x):
    g = jnp.zeros_like(x)
    for i in range(x.shape[0]):
        g[i] = 2 * x[i]
    return g
