# why: .set with the sum: a place that occurs twice gets only one amount
# misconception: set-not-add
def add_at(x, indices, amounts):
    x = jnp.asarray(x)
    return x.at[indices].set(x[indices] + jnp.asarray(amounts))
