# why: a loop of item assignment: changes a NumPy argument
# misconception: mutates-argument | item-assignment
def zero_negatives(x):
    for i in range(len(x)):
        for_row = x[i]
        if for_row.ndim == 0:
            if for_row < 0:
                x[i] = 0
        else:
            zero_negatives(for_row)
    return jnp.asarray(x)
