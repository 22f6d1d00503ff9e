# wants: a hidden input in a hint that quotes a line of this file
# holds: the hint of a hidden check quotes nothing
# weaken: hints
def twice(x):
    box = (1, 2)
    if not getattr(x, "shape", ()):
        if int(x) > 271827:
            import jax.numpy as jnp
            box = jnp.zeros(3)
            box[0] = 271828.5
    return None
