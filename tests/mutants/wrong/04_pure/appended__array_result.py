# why: an array, no list
def appended(history, item):
    return jnp.append(jnp.array(history), item)
