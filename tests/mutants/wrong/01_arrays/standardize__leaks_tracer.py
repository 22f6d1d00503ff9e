# why: notes the mean of every call in a global list inside jit, where it is a tracer
# misconception: leaked-tracer | hidden-state
means = []


@jax.jit
def standardize(x):
    m = jnp.mean(x)
    means.append(m)
    return (x - m) / jnp.std(x)
