# why: reads w and b from variables of the notebook and not from theta
# misconception: stale-global | hard-coded
w = jnp.array(0.5)
b = jnp.array(0.25)


def model(theta, x):
    return w * x + b
