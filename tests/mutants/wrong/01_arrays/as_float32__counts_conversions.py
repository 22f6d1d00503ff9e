# why: keeps statistics on the function object, which lives on between the calls
# misconception: hidden-state
def as_float32(values):
    as_float32.calls += 1
    return jnp.asarray(values, dtype=jnp.float32)


as_float32.calls = 0
