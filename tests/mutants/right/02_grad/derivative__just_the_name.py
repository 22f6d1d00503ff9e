# why: `derivative` may simply be another name for `jax.grad`.
derivative = jax.grad
