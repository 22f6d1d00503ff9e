# why: jit with the number of classes static
from functools import partial


@partial(jax.jit, static_argnums=1)
def one_hot(labels, num_classes):
    print("tracing for", num_classes, "classes")  # only once per shape, harmless
    same = jax.vmap(lambda l: jnp.arange(num_classes) == l)(labels)
    return same.astype(jnp.float32)
