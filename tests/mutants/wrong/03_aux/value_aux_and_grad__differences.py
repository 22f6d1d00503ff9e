# why: measures the slope with small central steps instead of letting JAX differentiate
# misconception: finite-differences
def value_aux_and_grad(f, x):
    x = jnp.asarray(x)
    value, aux = f(x)
    h = 1e-3
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        g[i] = (f(x.at[i].add(h))[0] - f(x.at[i].add(-h))[0]) / (2 * h)
    return value, aux, jnp.asarray(g)
