# wants: hours of compilation
# holds: compilation has the call's time
# weaken: none: what JAX takes for it is beyond any test's patience
import jax
import jax.numpy as jnp

def huge(x):
    def f(y):
        for _ in range(20_000):
            y = jnp.sin(y) * 1.01
        return y
    return jax.jit(f)(x)
