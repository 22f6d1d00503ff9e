# why: adds the epsilon of layer normalization to the std, which swamps data on a small scale
def standardize(x):
    eps = 1e-5  # never divide by 0
    return (x - jnp.mean(x)) / (jnp.std(x) + eps)
