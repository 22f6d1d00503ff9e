# why: thinks that .at[indices] + amounts is enough
# misconception: at-unfinished
def add_at(x, indices, amounts):
    x = jnp.asarray(x)
    return x.at[indices] + amounts
