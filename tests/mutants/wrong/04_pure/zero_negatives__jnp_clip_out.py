# why: jax.numpy has no out=
# misconception: out-argument
def zero_negatives(x):
    x = jnp.array(x)
    jnp.clip(x, 0, None, out=x)
    return x
