# why: the array that .add makes is lost in every round of the loop
# misconception: update-dropped
def add_at(x, indices, amounts):
    total = jnp.asarray(x)
    for k in range(len(indices)):
        total.at[indices[k]].add(amounts[k])
    return total
