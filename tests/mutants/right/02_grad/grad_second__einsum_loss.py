# why: The same error written with einsum on flat differences, from a fresh local copy.
def grad_second(x, y):
    def sse(target):
        r = (target - jnp.asarray(x)).ravel()
        return jnp.einsum("i,i->", r, r)

    return jax.grad(sse)(jnp.array(y))
