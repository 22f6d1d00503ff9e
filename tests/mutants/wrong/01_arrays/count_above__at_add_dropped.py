# why: .at[...].add makes a new counter each time, the old one stays zero
# misconception: update-dropped
def count_above(x, threshold):
    counter = jnp.array(0)
    for v in jnp.ravel(x):
        counter.at[()].add(jnp.where(v > threshold, 1, 0))
    return counter
