# why: a boolean mask has no fixed size under jit
# misconception: boolean-mask-in-jit
@jax.jit
def zero_negatives(x):
    positives = x[x > 0]
    out = jnp.zeros_like(x)
    return out.at[x > 0].set(positives)
