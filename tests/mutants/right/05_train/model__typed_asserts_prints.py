# why: type hints, an assert about the shape and a plain print of the shape
def model(theta: jax.Array, x: jax.Array) -> jax.Array:
    """w*x + b"""
    assert theta.shape == (2,), "theta must be [w, b]"
    print("model called with x of shape", jnp.shape(x))
    return jnp.add(jnp.multiply(theta[0], x), theta[1])
