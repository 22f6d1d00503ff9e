# why: one amount after the other with a scan, the boxes are the carry
def add_at(x, indices, amounts):
    def step(boxes, pair):
        i, a = pair
        return boxes.at[i].add(a), None

    pairs = (jnp.asarray(indices), jnp.asarray(amounts))
    boxes, _ = jax.lax.scan(step, jnp.asarray(x), pairs)
    return boxes
