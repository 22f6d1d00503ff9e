# why: a loop with += on the entries of the caller's array
# misconception: mutates-argument | item-assignment
def add_at(x, indices, amounts):
    for i, a in zip(indices, amounts):
        x[i] += a
    return x
