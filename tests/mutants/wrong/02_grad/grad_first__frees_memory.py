# why: Deletes the JAX array after use "to free memory"; the caller cannot read it any more.
# misconception: mutates-argument
def grad_first(x, y):
    g = jax.grad(sum_squared_error)(x, y)
    g.block_until_ready()
    if hasattr(x, "delete"):
        x.delete()
    return g
