# why: sets x[i] + amount, so of two amounts one is lost
# misconception: set-not-add
def add_at(x, indices, amounts):
    x = jnp.asarray(x)
    current = x[indices]
    updated = current + amounts
    return x.at[indices].set(updated)
