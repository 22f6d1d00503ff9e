# why: overwrites the boxes with the amounts
# misconception: set-not-add
def add_at(x, indices, amounts):
    return jnp.asarray(x).at[indices].set(amounts)
