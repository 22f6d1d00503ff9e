# why: makes a copy, but NumPy's += works on each place once, however often it occurs
# misconception: set-not-add
def add_at(x, indices, amounts):
    boxes = np.array(x)
    boxes[np.asarray(indices)] += np.asarray(amounts).astype(boxes.dtype)
    return boxes
