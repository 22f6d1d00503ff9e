# why: A hand-made cache keyed by shape returns the first answer for every later array of this shape.
# misconception: hidden-state | mutable-default
def grad_sum_of_squares(x, cache={}):
    if x.shape not in cache:
        cache[x.shape] = jax.grad(lambda v: jnp.sum(v**2))(x)
    return cache[x.shape]
