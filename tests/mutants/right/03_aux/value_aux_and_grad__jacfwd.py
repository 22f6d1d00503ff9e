# why: forward mode gives the gradient of a scalar function just as well
def value_aux_and_grad(f, x):
    x = jnp.asarray(x)
    first = lambda z: f(z)[0]
    out = f(x)
    return out[0], out[1], jax.jacfwd(first)(x)
