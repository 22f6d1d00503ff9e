# why: returns one thing more, the mean, and then it is no longer a pair of value and aux
# misconception: aux-not-a-pair
def squared_error_with_residuals(x, y):
    d = x - y
    sse = jnp.sum(d**2)
    return sse, d, sse / d.size
