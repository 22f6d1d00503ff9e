# why: the complex-step trick from numerics class: precise, but not automatic differentiation, and f must work on complex numbers
# misconception: finite-differences
def value_aux_and_grad(f, x):
    x = jnp.asarray(x)
    value, aux = f(x)
    h = 1e-10
    slopes = []
    for k in range(x.size):
        step = jnp.zeros(x.size, dtype=complex).at[k].set(1j * h).reshape(x.shape)
        slopes.append(jnp.imag(f(x + step)[0]) / h)
    return value, aux, jnp.array(slopes).reshape(x.shape)
