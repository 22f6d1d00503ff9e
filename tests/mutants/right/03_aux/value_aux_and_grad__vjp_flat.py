# why: vjp with has_aux, the cotangent one in the value's own dtype
def value_aux_and_grad(f, x):
    value, pullback, aux = jax.vjp(f, jnp.asarray(x), has_aux=True)
    (gradient,) = pullback(jnp.ones_like(value))
    return value, aux, gradient
