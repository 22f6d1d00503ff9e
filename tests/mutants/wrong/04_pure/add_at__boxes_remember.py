# why: the boxes are kept in a global and filled further by every call
# misconception: hidden-state
boxes = None


def add_at(x, indices, amounts):
    global boxes
    if boxes is None or boxes.shape != x.shape:
        boxes = jnp.asarray(x)
    boxes = boxes.at[indices].add(amounts)
    return boxes
