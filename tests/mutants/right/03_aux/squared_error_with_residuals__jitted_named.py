# why: jitted, with type hints and a named tuple; still a pair, and differentiable
import collections

LossWithAux = collections.namedtuple("LossWithAux", ["loss", "residuals"])


@jax.jit
def squared_error_with_residuals(x: jax.Array, y: jax.Array) -> LossWithAux:
    residuals = jnp.subtract(x, y)
    return LossWithAux(loss=jnp.einsum("i,i->", residuals.ravel(), residuals.ravel()), residuals=residuals)
