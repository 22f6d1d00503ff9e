# why: gives an array and not a list
def appended(history, item):
    return jnp.append(jnp.array(history), item)
