# why: saves every count in a list outside of the jitted function: tracers
# misconception: leaked-tracer | hidden-state
counts = []


@jax.jit
def count_above(x, threshold):
    counts.append(jnp.sum(x > threshold))
    return counts[-1]
