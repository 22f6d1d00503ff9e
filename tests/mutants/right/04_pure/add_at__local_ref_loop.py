# why: a mutable reference made and read inside the function
def add_at(x, indices, amounts):
    x = jnp.asarray(x)
    amounts = jnp.asarray(amounts).astype(x.dtype)
    boxes = jax.new_ref(x)
    for k in range(len(indices)):
        boxes[int(indices[k])] += amounts[k]
    return boxes[...]
