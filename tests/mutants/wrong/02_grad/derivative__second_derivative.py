# why: Read "can be passed to derivative again" as "differentiate twice".
def derivative(f):
    return jax.grad(jax.grad(f))
